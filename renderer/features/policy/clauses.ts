import type { Seen } from './seen.ts';

/** DAP is one word, yes or no: it is told before the relationships. */
export const dapFirst = (seen: readonly Seen[]): readonly Seen[] => [
  ...seen.filter(({ about }) => about === 'dap'),
  ...seen.filter(({ about }) => about !== 'dap'),
];

/** Each clause once; what has none is left out. */
export const unique = (clauses: readonly (string | null)[]): readonly string[] => [
  ...new Set(clauses.filter((clause) => clause !== null)),
];
