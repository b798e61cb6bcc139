const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator;
}

interface PageQuery {
  readonly descending: boolean;
  readonly locale: string;
  readonly offset: number;
  readonly limit: number;
}

/** What of an item the list is sorted by: a cell, `null` while it has no value, and its id for ties. */
interface SortKey<Item> {
  readonly cell: (item: Item) => string | number | null;
  readonly id: (item: Item) => string;
}

/** Sorts items and cuts the page out. Those without a value stand last in either direction. */
export function page<Item>(
  items: Item[],
  { cell, id }: SortKey<Item>,
  query: PageQuery,
): { total: number; items: Item[] } {
  const collator = collatorOf(query.locale);
  const sign = query.descending ? -1 : 1;
  items.sort((a, b) => {
    const [left, right] = [cell(a), cell(b)];
    if (left === null || right === null) {
      if (left === right) return id(a) < id(b) ? -1 : 1;
      return left === null ? 1 : -1;
    }
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return order * sign || (id(a) < id(b) ? -1 : 1);
  });
  return { total: items.length, items: items.slice(query.offset, query.offset + query.limit) };
}
