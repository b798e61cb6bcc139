import { describe, expect, it } from 'vitest';
import {
  BUILT_IN,
  fromTemplate,
  isEdited,
  savedWords,
  shownWords,
  withParagraph,
} from '#renderer/features/invitations/typed-words.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';

const builtIn = { subject: 'Invitation', paragraphs: ['Who we are.', 'What it means.'] };
const template: InvitationTemplate = {
  id: 't',
  name: 'Short',
  kind: 'reseller',
  language: 'en',
  scope: 'personal',
  subject: 'Hello',
  paragraphs: ['Briefly.'],
};

describe('the words of a mail', () => {
  it('are the built-in ones until somebody writes', () => {
    expect(shownWords(BUILT_IN, builtIn)).toEqual(builtIn);
    expect(savedWords(BUILT_IN)).toEqual({ template: null, subject: null, paragraphs: null });
    expect(isEdited(BUILT_IN, null)).toBe(false);
  });

  it('keep the other paragraph when one is changed', () => {
    const words = withParagraph(BUILT_IN, builtIn, 1, 'In our words.');
    expect(savedWords(words).paragraphs).toEqual(['Who we are.', 'In our words.']);
    expect(isEdited(words, null)).toBe(true);
  });

  it('keep the place of a paragraph that is removed', () => {
    const removed = withParagraph(BUILT_IN, builtIn, 0, null);
    expect(savedWords(removed).paragraphs).toEqual(['', 'What it means.']);
  });

  it('are a template’s until they are changed, with what it lacks left out', () => {
    const words = fromTemplate(template);
    expect(isEdited(words, template)).toBe(false);
    expect(savedWords(words)).toEqual({ template: 't', subject: 'Hello', paragraphs: ['Briefly.', ''] });
    expect(isEdited({ ...words, subject: 'Hi' }, template)).toBe(true);
    expect(fromTemplate({ ...template, paragraphs: ['', 'Briefly.'] }).paragraphs).toEqual([null, 'Briefly.']);
  });
});
