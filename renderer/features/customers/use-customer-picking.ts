import { useCallback, useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useCustomerList } from '#renderer/app/lists.ts';
import type { Picking } from '#renderer/ui/data-table-picking.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { usePicked } from './picked.ts';

/** Rows are asked for in portions, so that the main side stays free for other questions in between. */
const PORTION = 2000;

type List = ReturnType<typeof useCustomerList>;

/** The ids of the customers from one place in a list up to, not with, another; shorter where the list ends before. */
export async function idsBetween(list: List, from: number, until: number): Promise<CustomerId[]> {
  const ids: CustomerId[] = [];
  for (let offset = from; offset < until; offset += PORTION) {
    const { items, total } = await client.customers.list({ ...list, offset, limit: Math.min(PORTION, until - offset) });
    for (const { id } of items) ids.push(id);
    if (offset + items.length >= total) break;
  }
  return ids;
}

/** How customers are picked in their list, and what went wrong when the ids of many were asked for. */
export function useCustomerPicking(): { readonly picking: Picking<CustomerRow>; readonly error: unknown } {
  const t = useT('picking');
  const list = useCustomerList();
  const name = JSON.stringify(list);
  const { picked, whole, toggle, add, clear, ask, answered } = usePicked();
  const [error, setError] = useState<unknown>(null);

  const pick = async (from: number, until: number, all?: string) => {
    ask();
    const { lettings } = usePicked.getState();
    try {
      const ids = await idsBetween(list, from, until);
      if (lettings === usePicked.getState().lettings) add(ids, all);
      setError(null);
    } catch (failed) {
      setError(failed);
    } finally {
      answered();
    }
  };
  const labelOf = useCallback((row: CustomerRow) => t('pick', { name: row.name }), [t]);
  const picking: Picking<CustomerRow> = {
    isPicked: ({ id }) => picked.has(id),
    some: picked.size > 0,
    all: whole === name,
    labelOf,
    allLabel: t('all'),
    onToggle: ({ id }) => toggle(id),
    onRange: (from, to) => void pick(Math.min(from, to), Math.max(from, to) + 1),
    onAll: () => void pick(0, Number.MAX_SAFE_INTEGER, name),
    onClear: clear,
  };
  return { picking, error };
}
