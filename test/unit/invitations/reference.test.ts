import { describe, expect, it } from 'vitest';
import { newReferences } from '#electron/invitations/reference.ts';
import { InvitationId } from '#shared/model/ids.ts';

const NOW = new Date('2026-11-22T08:00:00Z');

/** Gives these ids one after another, then no more. */
const drawing = (...ids: string[]) => {
  return () => ids.shift() ?? expect.unreachable('No id is left to draw.');
};

describe('the references of invitations', () => {
  it('are the day and the head of an id, in capitals', () => {
    expect(newReferences(NOW, drawing('1a2b-3c4d'), [])()).toBe('INV-20261122-1A2B3C');
  });

  it('are never one that is borne already', () => {
    const taken = [{ id: InvitationId.parse('INV-20261122-AAAAAA') }];
    expect(newReferences(NOW, drawing('aaaaaa', 'bbbbbb'), taken)()).toBe('INV-20261122-BBBBBB');
  });

  it('are never given twice', () => {
    const next = newReferences(NOW, drawing('aaaaaa', 'aaaaaa', 'bbbbbb'), []);
    expect([next(), next()]).toEqual(['INV-20261122-AAAAAA', 'INV-20261122-BBBBBB']);
  });
});
