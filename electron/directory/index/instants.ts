import type { Interned } from './interned.ts';

const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(.*)$/;
const OFFSET = /([+-])(\d\d):(\d\d)$/;
const SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length;

/**
 * Instants as a number of milliseconds and the way they were written (fraction, zone), so that each comes out as it came
 * in and takes a few bytes.
 */
export class Instants {
  readonly #forms: Interned;

  constructor(forms: Interned) {
    this.#forms = forms;
  }

  /** The number of the way in which an instant is written; 0 for none. */
  formOf(text: string | null): number {
    if (text === null) return 0;
    const tail = WRITTEN.exec(text)?.[1];
    const isRegular = tail !== undefined && write(Date.parse(text), tail) === text;
    return this.#forms.numberOf(isRegular ? tail : `=${text}`);
  }

  text(milliseconds: number, form: number): string | null {
    const tail = this.#forms.text(form);
    if (tail === null) return null;
    return tail.startsWith('=') ? tail.slice(1) : write(milliseconds, tail);
  }
}

function write(milliseconds: number, tail: string): string | null {
  if (!Number.isFinite(milliseconds)) return null;
  const offset = tail.endsWith('Z') ? 0 : offsetOf(tail);
  return `${new Date(milliseconds + offset).toISOString().slice(0, SECONDS)}${tail}`;
}

function offsetOf(tail: string): number {
  const [, sign, hours, minutes] = OFFSET.exec(tail) ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
}
