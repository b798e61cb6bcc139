/** A column of the board as the names of its cards, from top to bottom. */
export type Cards = readonly string[];

/**
 * The card that a key leads to from another: up and down in its column, left and right to the same height in the next
 * column that holds any. `null` for keys that do not move, and where there is nothing further on.
 */
export function cardAfterKey(key: string, columns: readonly Cards[], from: string): string | null {
  const column = columns.findIndex((cards) => cards.includes(from));
  const cards = columns[column];
  if (cards === undefined) return null;
  const height = cards.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return cards[height + 1] ?? null;
    case 'ArrowUp':
      return cards[height - 1] ?? null;
    case 'Home':
      return cards[0] ?? null;
    case 'End':
      return cards.at(-1) ?? null;
    case 'ArrowRight':
      return beside(columns.slice(column + 1), height);
    case 'ArrowLeft':
      return beside(columns.slice(0, column).reverse(), height);
    default:
      return null;
  }
}

function beside(columns: readonly Cards[], height: number): string | null {
  const cards = columns.find(({ length }) => length > 0);
  return cards?.[height] ?? cards?.at(-1) ?? null;
}
