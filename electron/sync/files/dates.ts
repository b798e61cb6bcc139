/** How a machine writes a date of three numbers when the year stands last. */
export type DateOrder = 'month-first' | 'day-first';

/** What a cell says: a calendar day (`YYYY-MM-DD`), two possible days, nothing, or something that is no date. */
export type ReadDate =
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'ambiguous'; readonly monthFirst: string; readonly dayFirst: string }
  | { readonly is: 'empty' }
  | { readonly is: 'unreadable' };

const TIME = String.raw`(?:[T\s]+(\d{1,2}\s*:\s*\d{1,2}(?:\s*:\s*\d{1,2}(?:[.,]\d+)?)?)\s*([AaPp][Mm])?\s*(Z|z|[+-]\d{2}\s*:?\s*\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?${TIME}$`, 'u');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})${TIME}$`, 'u');

/**
 * Reads a date as the exporting machine wrote it: `2026/1/1`, `2026-01-01`, ISO, `2026年1月1日`, `31.12.2026`, `12/31/2026`.
 * With the year last and both other numbers possible as months the day is ambiguous (points mean day first).
 */
export function readDate(text: string): ReadDate {
  const cell = text.normalize('NFKC').trim();
  if (cell === '') return { is: 'empty' };
  const yearFirst = YEAR_FIRST.exec(cell);
  if (yearFirst !== null) return asDay(dayOf(yearFirst[1], yearFirst[2], yearFirst[3]));
  const yearLast = YEAR_LAST.exec(cell);
  if (yearLast === null) return { is: 'unreadable' };
  const [, first, separator, second, year] = yearLast;
  const dayFirst = dayOf(year, second, first);
  const monthFirst = separator === '.' ? null : dayOf(year, first, second);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    return { is: 'ambiguous', monthFirst, dayFirst };
  }
  return asDay(dayFirst ?? monthFirst);
}

/** What one cell proves of its machine's order, when it can be read in one way only. */
export function orderShownBy(text: string): DateOrder | null {
  const parts = /^\s*(\d{1,2})\s*[-/]\s*(\d{1,2})\s*[-/]\s*\d{4}/u.exec(text.normalize('NFKC'));
  if (parts === null) return null;
  const first = Number(parts[1]);
  const second = Number(parts[2]);
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : null;
}

/** Settles an ambiguous day by the order that the rest of the file showed; without one it stays unknown, never guessed. */
export function dayIn(read: ReadDate, order: DateOrder | null): string | null {
  if (read.is === 'day') return read.day;
  if (read.is !== 'ambiguous' || order === null) return null;
  return order === 'month-first' ? read.monthFirst : read.dayFirst;
}

/**
 * An instant of the wire, as ISO 8601 UTC with milliseconds: it takes 7-digit fractions and the spaces of
 * `2015-11-25T06: 41: 12Z`; a time without a zone is UTC, a bare day its first instant. `null` for an empty text,
 * `undefined` when it can't be read.
 */
export function readInstant(text: string): string | null | undefined {
  const cell = text.normalize('NFKC').trim();
  if (cell === '') return null;
  const read = readDate(cell);
  if (read.is !== 'day') return undefined;
  const parts = (YEAR_FIRST.exec(cell) ?? YEAR_LAST.exec(cell))?.slice(-3);
  const time = readTime(parts?.[0], parts?.[1]);
  if (time === undefined) return undefined;
  const zone = (parts?.[2] ?? 'Z').toUpperCase().replace(/\s/gu, '');
  const instant = new Date(
    `${read.day}T${time}${/^[+-]\d{4}$/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`,
  );
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function readTime(clock: string | undefined, half: string | undefined): string | undefined {
  if (clock === undefined) return '00:00:00.000';
  const [hours = '', minutes = '', seconds = '0'] = clock.replace(/\s/gu, '').replace(',', '.').split(':');
  const [whole = '0', fraction = ''] = seconds.split('.');
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(whole) > 59) return undefined;
  const two = (value: string | number) => String(value).padStart(2, '0');
  return `${two(hour)}:${two(minutes)}:${two(whole)}.${fraction.slice(0, 3).padEnd(3, '0')}`;
}

function asDay(day: string | null): ReadDate {
  return day === null ? { is: 'unreadable' } : { is: 'day', day };
}

/** A day that the calendar has, or `null`. */
function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const number = Number(month);
  if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > daysIn(Number(year), number)) return null;
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
