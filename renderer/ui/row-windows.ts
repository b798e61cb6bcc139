import { keepPreviousData, type QueryFunction, type QueryKey, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

/** Rows are fetched in windows of this many: what stands in a large window, and some more; a keystroke asks for one. */
export const WINDOW = 80;

/** What a list procedure answers: one window of rows, and what is true of the whole list. */
export interface ListAnswer<Row> {
  readonly total: number;
  readonly items: readonly Row[];
  /** When the clock alone will change the answer (ISO); `null` when it will not, nothing where the list cannot tell. */
  readonly until?: string | null;
}

/** How one window is fetched. */
export interface WindowQuery<Row> {
  readonly queryKey: QueryKey;
  readonly queryFn: QueryFunction<ListAnswer<Row>>;
}

/** A list whose length is known while most of its rows are still to be fetched. */
export interface SparseRows<Row> {
  readonly total: number;
  /** The row, or `undefined` while its window is on its way. */
  readonly at: (index: number) => Row | undefined;
  /** Tells which rows are in sight, so that their windows are fetched. */
  readonly show: (first: number, last: number) => void;
}

/** The offsets of the windows, beyond the first, that hold the rows from `first` to `last`. */
export function windowsOf(first: number, last: number): number[] {
  const offsets: number[] = [];
  for (let offset = Math.floor(first / WINDOW) * WINDOW; offset <= last; offset += WINDOW) {
    if (offset > 0) offsets.push(offset);
  }
  return offsets;
}

/**
 * A list as windows of rows, fetched as they come into sight. While another search or sort is on its way
 * the present rows stay, so that nothing flickers.
 */
export function useRowWindows<Row>(queryFor: (offset: number) => WindowQuery<Row>) {
  const head = useQuery({ ...queryFor(0), placeholderData: keepPreviousData });
  // Kept as text: scrolling within the same windows then changes nothing.
  const [sight, setSight] = useState('');
  const show = useCallback((first: number, last: number) => setSight(windowsOf(first, last).join()), []);

  const first = head.data;
  const total = first?.total ?? 0;
  const wanted = head.isPlaceholderData ? '' : sight;
  const offsets = useMemo(
    () =>
      wanted
        .split(',')
        .filter(Boolean)
        .map(Number)
        .filter((offset) => offset < total),
    [wanted, total],
  );
  const tail = useQueries({
    queries: offsets.map((offset) => ({ ...queryFor(offset), gcTime: 60_000 })),
    combine: combineAnswers<Row>,
  });

  const rows = useMemo<SparseRows<Row>>(() => {
    const windows = new Map([[0, first], ...offsets.map((offset, place) => [offset, tail[place]] as const)]);
    return {
      total,
      at: (index) => windows.get(Math.floor(index / WINDOW) * WINDOW)?.items[index % WINDOW],
      show,
    };
  }, [first, offsets, tail, total, show]);

  const until = soonest([first, ...tail].map((answer) => answer?.until));
  return { rows, answer: first, until, error: head.error, retry: head.refetch };
}

/** The earliest of several instants (ISO, of whatever precision and zone); `null` where there is none. */
export function soonest(instants: readonly (string | null | undefined)[]): string | null {
  const [first] = instants.filter((one) => typeof one === 'string').sort((a, b) => Date.parse(a) - Date.parse(b));
  return first ?? null;
}

function combineAnswers<Row>(results: readonly { readonly data: ListAnswer<Row> | undefined }[]) {
  return results.map((result) => result.data);
}
