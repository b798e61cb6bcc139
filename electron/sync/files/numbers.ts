/** Separators that people and programs put between thousands: comma, point, apostrophes and every kind of space. */
const GROUPED = /^(\d{1,3})(?:([,.'’\s])\d{3})(?:\2\d{3})*$/u;
const WITH_ZERO_DECIMALS = /^(.*\d)([.,])(0{1,2}|0{4,})$/u;

/**
 * A whole number as the exporting machine wrote it: `1200`, `1,200`, `1.200`, `1 200`, `１，２００`, `25.00`.
 * A quantity is never a fraction, so three digits after a separator are thousands. `null` when it can't be read.
 */
export function readInteger(text: string): number | null {
  let digits = text.normalize('NFKC').trim();
  const negative = /^[-\u2212]/u.test(digits);
  if (/^[-+\u2212]/u.test(digits)) digits = digits.slice(1).trim();
  const decimal = WITH_ZERO_DECIMALS.exec(digits);
  if (decimal?.[1] !== undefined && !decimal[1].includes(decimal[2] ?? '')) digits = decimal[1];
  if (GROUPED.test(digits)) digits = digits.replace(/\D/gu, '');
  if (!/^\d{1,15}$/u.test(digits)) return null;
  const value = Number(digits);
  return negative && value !== 0 ? -value : value;
}

/** A number with decimals in either notation (`3,000.00`, `3.000,00`), for its sign and size only; `null` when it can't be read. */
export function readAmount(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s'’]/gu, '');
  const negative = /^[-\u2212(]/u.test(plain);
  const digits = plain.replace(/^[-+\u2212(]|\)$/gu, '');
  if (!/^\d[\d.,]*$/u.test(digits)) return null;
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const whole = mark === -1 ? digits : digits.slice(0, mark).replace(/[.,]/gu, '');
  const value = Number(mark === -1 ? whole : `${whole}.${digits.slice(mark + 1)}`);
  return negative ? -value : value;
}
