import { expect, test } from 'vitest';
import { partsOf, shownStateOf } from '#renderer/features/outbox/entry-order.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';

const entry = (
  id: string,
  state: ShownEntry['state'],
  decidedAt: string,
  endedAt: string | null = null,
): ShownEntry => ({
  id,
  command: { kind: 'reseller-link' },
  by: 'li@reseller.example',
  decidedAt,
  state,
  key: id,
  decision: { outcome: 'allow', rule: 'R01', at: decidedAt },
  decisionWhenSent: null,
  tries: 0,
  failures: 0,
  lastTriedAt: null,
  steps: [],
  result: null,
  answer: null,
  problem: null,
  endedAt,
  customerName: null,
});

const ids = (entries: readonly ShownEntry[]) => entries.map(({ id }) => id);

test('what needs a person, what is to be sent in its order, and what is over with the newest end first', () => {
  const parts = partsOf([
    entry('second', 'waiting', '2026-11-22T10:00:00Z'),
    entry('old', 'done', '2026-11-01T10:00:00Z', '2026-11-02T10:00:00Z'),
    entry('unclear', 'needs-attention', '2026-11-20T10:00:00Z'),
    entry('first', 'sending', '2026-11-22T09:00:00Z'),
    entry('new', 'refused', '2026-11-01T09:00:00Z', '2026-11-22T09:30:00Z'),
    entry('undone', 'undone', '2026-11-10T10:00:00Z', '2026-11-10T10:01:00Z'),
  ]);
  expect(ids(parts.attention)).toEqual(['unclear']);
  expect(ids(parts.waiting)).toEqual(['first', 'second']);
  expect(ids(parts.ended)).toEqual(['new', 'undone', 'old']);
});

test('what was taken back with a problem on it was set aside', () => {
  const problem = { kind: 'refused', key: 'outboxDapOff', values: { customer: 'Contoso' } } as const;
  expect(shownStateOf({ state: 'undone', problem: null })).toBe('undone');
  expect(shownStateOf({ state: 'undone', problem })).toBe('set-aside');
  expect(shownStateOf({ state: 'needs-attention', problem })).toBe('needs-attention');
});
