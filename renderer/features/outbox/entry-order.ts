import type { ShownEntry } from '#shared/contract/sync.ts';

/** The outbox in three parts: what a person must look at, what is still to be sent, and what is over. */
export interface OutboxParts {
  readonly attention: readonly ShownEntry[];
  /** In the order in which they are sent. */
  readonly waiting: readonly ShownEntry[];
  /** The newest end first. */
  readonly ended: readonly ShownEntry[];
}

/** How an entry stands, as people are told: one that was taken back with a problem on it was set aside. */
export type ShownState = ShownEntry['state'] | 'set-aside';

export const shownStateOf = ({ problem, state }: Pick<ShownEntry, 'problem' | 'state'>): ShownState =>
  state === 'undone' && problem !== null ? 'set-aside' : state;

export function partsOf(entries: readonly ShownEntry[]): OutboxParts {
  const oldestFirst = [...entries].sort((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt));
  const end = ({ endedAt, decidedAt }: ShownEntry) => Date.parse(endedAt ?? decidedAt);
  return {
    attention: oldestFirst.filter(({ state }) => state === 'needs-attention'),
    waiting: oldestFirst.filter(({ state }) => state === 'waiting' || state === 'sending'),
    ended: oldestFirst
      .filter(({ state }) => state === 'done' || state === 'refused' || state === 'undone')
      .sort((a, b) => end(b) - end(a)),
  };
}
