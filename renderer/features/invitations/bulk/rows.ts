import type { BulkRow } from '#shared/contract/invitations.ts';

export type BulkColumn = 'customer' | 'address' | 'language' | 'answer' | 'problem';

/** Whether a draft can be made: we may, and nothing else is in the way. */
export const canWrite = ({ answer, problem }: Pick<BulkRow, 'answer' | 'problem'>): boolean =>
  answer.decision && problem === null;

/** Orders rows by what a column shows; what it does not tell apart keeps the order in which it was picked. */
export function sortRows(
  rows: readonly BulkRow[],
  { column, descending }: { readonly column: BulkColumn; readonly descending: boolean },
  collator: Intl.Collator,
) {
  const blocked = (row: BulkRow) => (canWrite(row) ? 1 : 0);
  const by = {
    customer: (a: BulkRow, b: BulkRow) => collator.compare(a.customerName, b.customerName),
    address: (a: BulkRow, b: BulkRow) => collator.compare(a.to ?? '', b.to ?? ''),
    language: () => 0,
    answer: (a: BulkRow, b: BulkRow) => a.answer.context.rule.localeCompare(b.answer.context.rule),
    problem: (a: BulkRow, b: BulkRow) => blocked(a) - blocked(b),
  }[column];
  return [...rows].sort((a, b) => (descending ? by(b, a) : by(a, b)));
}
