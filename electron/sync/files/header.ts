import { ProblemError } from '#shared/model/problem.ts';
import { brief } from './json.ts';
import type { Column, DelimitedKind, DelimitedRow } from './kind.ts';

/** A recognised header: the kind, and how to read a record as one of its rows. */
export interface RecognisedHeader<Kind> {
  readonly kind: Kind;
  readonly width: number;
  readonly has: (name: string) => boolean;
  readonly row: (cells: readonly string[]) => DelimitedRow<string>;
}

/**
 * Finds the kind whose columns a header has, whatever their order, letter case and spaces. A header that has most of
 * a kind's columns is that kind with a column missing, which is a problem, as is a column that stands there twice.
 */
export function recogniseHeader<Kind extends DelimitedKind>(
  file: string,
  cells: readonly string[],
  kinds: readonly Kind[],
): RecognisedHeader<Kind> {
  const header = cells.map(plain);
  const [best] = kinds
    .map((kind) => measure(kind, header))
    .sort((one, other) => other.share - one.share || other.found - one.found);
  if (best === undefined || best.found < 2 || best.share < 0.5) {
    const shown = cells.slice(0, 4).map((cell) => brief(cell.trim()));
    throw new ProblemError('bad-input', 'import.unknownFile', { file, header: shown.join(', ') });
  }
  const [missing] = best.missing;
  if (missing !== undefined) {
    throw new ProblemError('bad-input', 'import.missingColumn', { file, column: missing.header });
  }
  const { kind, places } = best;
  const repeated = Object.values(kind.columns).find(
    (column) => column.nth === undefined && header.filter((cell) => isColumn(column, cell)).length > 1,
  );
  if (repeated !== undefined) {
    throw new ProblemError('bad-input', 'import.repeatedColumn', { file, column: repeated.header });
  }
  return {
    kind,
    width: cells.length,
    has: (name) => places.has(name),
    row: (record) => ({
      cell: (name) => {
        const place = places.get(name);
        return place === undefined ? '' : (record[place] ?? '').trim();
      },
      header: (name) => kind.columns[name]?.header ?? name,
    }),
  };
}

function measure<Kind extends DelimitedKind>(kind: Kind, header: readonly string[]) {
  const places = new Map<string, number>();
  const missing: Column[] = [];
  let required = 0;
  for (const [name, column] of Object.entries(kind.columns)) {
    const matches = header.flatMap((cell, index) => (isColumn(column, cell) ? [index] : []));
    const place = matches[column.nth ?? 0];
    if (place !== undefined) places.set(name, place);
    if (column.optional) continue;
    required++;
    if (place === undefined) missing.push(column);
  }
  const found = required - missing.length;
  return { kind, places, missing, found, share: found / required };
}

function isColumn(column: Column, cell: string): boolean {
  return [column.header, ...(column.also ?? [])].some((header) => plain(header) === cell);
}

/** A header cell without what machines change: letter case, width, spaces, marks that do not show. */
function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\p{Cf}_-]/gu, '')
    .toLowerCase();
}
