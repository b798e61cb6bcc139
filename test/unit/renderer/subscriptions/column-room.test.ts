import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranked, withRoom } from '#renderer/features/subscriptions/column-room.ts';
import { ROW_ENDS } from '#renderer/ui/data-table.tsx';
import { SubscriptionAction } from '#shared/model/policy.ts';

const OWN = [
  { id: 'name', least: 140 },
  { id: 'customerName', least: 120 },
  { id: 'quantity', least: 84 },
  { id: 'channel', least: 124 },
  { id: 'status', least: 104 },
  { id: 'asOf', least: 116 },
];

const listWith = (answers: readonly string[]) =>
  withRoom([...OWN, ...answers.map((id) => ({ id, least: 72 }))], ranked(answers));

const shownAt = (width: number, answers: readonly string[]) =>
  listWith(answers)
    .filter(({ hiddenBelow }) => width >= hiddenBelow)
    .map(({ id }) => id);

const TWO = ['subscription.provision', 'subscription.support'];
const chosen = fc.subarray([...SubscriptionAction.options]);
const width = fc.integer({ min: 0, max: 3000 });

describe('the columns of the subscriptions list', () => {
  it('all have room in a wide list, and keep their places', () => {
    expect(shownAt(2000, TWO)).toEqual([...OWN.map(({ id }) => id), ...TWO]);
  });

  it('lose the date first, then the seats, the answers from the last to the first, and the customer', () => {
    const leaving = ['asOf', 'quantity', 'subscription.support', 'subscription.provision', 'customerName'];
    const order = [...listWith(TWO)].sort((a, b) => b.hiddenBelow - a.hiddenBelow).map(({ id }) => id);
    expect(order.slice(0, leaving.length)).toEqual(leaving);
  });

  it('never lose the subscription, its channel and its status', () => {
    fc.assert(
      fc.property(chosen, width, (answers, wide) => {
        expect(shownAt(wide, answers)).toEqual(expect.arrayContaining(['name', 'channel', 'status']));
      }),
    );
  });

  it('have their least width whenever they are shown beside the three that never leave', () => {
    fc.assert(
      fc.property(chosen, width, (answers, wide) => {
        const shown = listWith(answers).filter(({ hiddenBelow }) => wide >= hiddenBelow);
        const needed = shown.reduce((sum, { least }) => sum + least, ROW_ENDS);
        expect(shown.length === 3 || needed <= wide).toBe(true);
      }),
    );
  });

  it('come back in the same order as the list grows', () => {
    fc.assert(
      fc.property(chosen, width, fc.nat(500), (answers, narrow, more) => {
        expect(shownAt(narrow + more, answers)).toEqual(expect.arrayContaining(shownAt(narrow, answers)));
      }),
    );
  });
});

describe('what is asked of a subscription', () => {
  it('is twelve actions, beginning with provisioning and support', () => {
    expect(SubscriptionAction.options).toHaveLength(12);
    expect(SubscriptionAction.options.slice(0, 2)).toEqual(TWO);
  });
});
