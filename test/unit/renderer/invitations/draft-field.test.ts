import { describe, expect, it } from 'vitest';
import { fieldOf, paragraphOf } from '#renderer/features/invitations/draft-field.ts';
import type { Problem } from '#shared/model/problem.ts';

const problem = (key: string, values: Problem['values'] = {}): Problem => ({ kind: 'bad-input', key, values });

describe('where a problem with a draft is shown', () => {
  it.each([
    ['recipientNotAddress', 'recipient'],
    ['linkOfAnotherCustomer', 'link'],
    ['receivedUnknown', 'link'],
    ['wordsSubjectControl', 'subject'],
    ['wordsParagraphControl', 'paragraphs'],
    ['templateUnknown', 'paragraphs'],
    ['notAllowed', 'draft'],
  ])('%s at the %s', (key, field) => expect(fieldOf(problem(key))).toBe(field));

  it('a variable that nobody knows where it was written', () => {
    const unknown = problem('wordsVariable', { variable: '{somebody}' });
    expect(fieldOf(unknown, 'For {somebody}')).toBe('subject');
    expect(fieldOf(unknown, 'For {customer}')).toBe('paragraphs');
    expect(paragraphOf(unknown, ['For {somebody}', 'and more'])).toBe(0);
    expect(paragraphOf(unknown, [null, 'For {somebody}'])).toBe(1);
  });

  it('a paragraph that is named by its place', () => {
    expect(paragraphOf(problem('wordsParagraphControl', { paragraph: 2 }), [null, 'second'])).toBe(1);
  });
});
