import type { Interned } from './interned.ts';

const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(.*)$/;
const OFFSET = /([+-])(\d\d):(\d\d)$/;
const WRITTEN_KEPT = 4_096;
const SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length;

/**
 * Instants as a number of milliseconds and the way they were written (fraction, zone), so that each comes out as it came
 * in and takes a few bytes.
 */
export class Instants {
  readonly #forms: Interned;
  /** By tail and time: what was written lately. The rows of a page come again with each key, and share many of theirs. */
  readonly #written = new Map<string, Map<number, string | null>>();

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
    return tail.startsWith('=') ? tail.slice(1) : this.#write(milliseconds, tail);
  }

  #write(milliseconds: number, tail: string): string | null {
    const before = this.#written.get(tail) ?? new Map<number, string | null>();
    const known = before.get(milliseconds);
    if (known !== undefined) return known;
    const written = write(milliseconds, tail);
    if (before.size >= WRITTEN_KEPT) before.clear();
    this.#written.set(tail, before.set(milliseconds, written));
    return written;
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
