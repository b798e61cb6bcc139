import { ROW_ENDS } from '#renderer/ui/data-table.tsx';

interface Sized<Id extends string> {
  readonly id: Id;
  /** The least width in CSS pixels. */
  readonly least: number;
}

/** What a subscriptions list is not without: it scrolls sideways rather than lose these. */
const KEPT = ['name', 'channel', 'status'] as const;

/**
 * The columns of the subscriptions list, these answers among them, from the dearest to the first to leave. Without the
 * customer's name its lines look alike; the answers stand in the dossier too.
 */
export function ranked<Answer extends string>(answers: readonly Answer[]) {
  return [...KEPT, 'customerName', ...answers, 'quantity', 'asOf'] as const;
}

/**
 * Gives every column the table's width (CSS pixels) below which it is hidden, so that those that are left always have
 * their least width: the last in rank leaves first.
 */
export function withRoom<Id extends string, Column extends Sized<Id>>(
  columns: readonly Column[],
  rank: readonly Id[],
): (Column & { readonly hiddenBelow: number })[] {
  const leastOf = new Map(columns.map(({ id, least }) => [id, least]));
  const hiddenBelow = new Map<Id, number>();
  let sum = ROW_ENDS;
  for (const id of rank) {
    sum += leastOf.get(id) ?? 0;
    hiddenBelow.set(id, KEPT.some((kept) => kept === id) ? 0 : sum);
  }
  return columns.map((column) => ({ ...column, hiddenBelow: hiddenBelow.get(column.id) ?? 0 }));
}
