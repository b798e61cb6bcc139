import { wordsColumn } from './columns.ts';
import { GramFilters } from './gram-filters.ts';
import type { Marks } from './marks.ts';

/** How many rows share a chunk of text. */
export const CHUNK = 16;

/** How many texts may wait for their chunk to be joined anew. */
const WAITING = 16_384;

/**
 * Texts by row, joined in chunks: a word is sought in many rows at a time, and a short text costs no object of its own.
 */
export class TextColumn {
  readonly #chunks: string[] = [];
  /** Where each row's text ends in its chunk. A line feed stands between two. */
  readonly #ends = wordsColumn();
  /** Texts that came since their chunk was joined. */
  readonly #fresh = new Map<number, string>();
  readonly #stale = new Set<number>();
  /** What the chunks hold, as far as `makeFilter` was asked. */
  readonly #filters = new GramFilters();

  reserve(rows: number): void {
    this.#ends.reserve(Math.ceil(rows / CHUNK) * CHUNK);
    this.#filters.reserve(Math.ceil(rows / CHUNK));
  }

  get(row: number): string {
    return this.#fresh.get(row) ?? this.#joined(row);
  }

  set(row: number, text: string): void {
    if (this.get(row) === text) return;
    const chunk = Math.floor(row / CHUNK);
    this.#fresh.set(row, text);
    this.#stale.add(chunk);
    this.#filters.forget(chunk);
    if (this.#fresh.size <= WAITING) return;
    const [longestWaiting] = this.#stale;
    if (longestWaiting !== undefined) this.#join(longestWaiting);
  }

  /** Makes the filter of a chunk that has none yet; gives whether it did. */
  makeFilter(chunk: number): boolean {
    if (this.#filters.knows(chunk)) return false;
    const text = this.chunk(chunk);
    // Nothing but line feeds.
    if (text.length < CHUNK) return false;
    this.#filters.put(chunk, text);
    return true;
  }

  /** Of the chunks of so many rows those that may hold a word, by its grams: all that do, and few others. */
  chunksWith(grams: Uint32Array, rows: number): number[] {
    return this.#filters.chunksWith(grams, Math.ceil(rows / CHUNK));
  }

  /** Marks the rows of a chunk whose text holds the word, which has no line feed. */
  mark(chunk: number, word: string, found: Marks, bit: number): void {
    const text = this.chunk(chunk);
    // Between two texts stands a line feed: without them there are too few characters.
    if (text.length < word.length + CHUNK - 1) return;
    const ends = this.#ends.data;
    let row = chunk * CHUNK;
    let at = text.indexOf(word);
    while (at >= 0) {
      while ((ends[row] ?? 0) <= at) row += 1;
      found.add(row, bit);
      at = text.indexOf(word, (ends[row] ?? 0) + 1);
    }
  }

  /** The text of a chunk; its rows are told apart by `ends`. */
  chunk(chunk: number): string {
    if (this.#stale.has(chunk)) this.#join(chunk);
    return this.#chunks[chunk] ?? '';
  }

  /** Where the rows up to `size` end, byte for byte. All chunks must have been asked for. */
  ends(size: number): Uint8Array {
    return this.#ends.bytes(size);
  }

  /** Takes over what `chunk` and `ends` gave. */
  load(chunks: readonly string[], ends: Uint8Array): void {
    this.#chunks.push(...chunks);
    this.#ends.room(Math.max(chunks.length * CHUNK, ends.length / Uint32Array.BYTES_PER_ELEMENT)).set(ends);
  }

  #joined(row: number): string {
    const ends = this.#ends.data;
    const start = row % CHUNK === 0 ? 0 : (ends[row - 1] ?? 0) + 1;
    return (this.#chunks[Math.floor(row / CHUNK)] ?? '').slice(start, ends[row]);
  }

  #join(chunk: number): void {
    const first = chunk * CHUNK;
    const texts = Array.from({ length: CHUNK }, (_, nth) => this.get(first + nth));
    const ends = this.#ends.data;
    let end = -1;
    texts.forEach((text, nth) => {
      end += text.length + 1;
      ends[first + nth] = end;
      this.#fresh.delete(first + nth);
    });
    this.#chunks[chunk] = texts.join('\n');
    this.#stale.delete(chunk);
  }
}
