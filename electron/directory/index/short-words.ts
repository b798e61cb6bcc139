import type { Slices } from '#electron/directory/slices.ts';
import type { IndexTables } from './tables.ts';

/** Letters and digits have numbers from 1 on; 0 stands for all other characters. */
const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const NUMBERS = Uint8Array.from({ length: 128 }, (_, code) => SIGNS.indexOf(String.fromCharCode(code)) + 1);

/** How many words of one or two signs there may be; one sign is a word with the other one 0. */
const SIDE = SIGNS.length + 1;
const WORDS = SIDE * SIDE;

/** So many rows share a word of bits: they are put in together. */
const BLOCK = 32;

/** How much more room is made when there is none. */
const GROWTH = 1.125;

/**
 * Which customers are found by which word of one or two letters or digits: a bit each. Such words stand in so many texts
 * that to read them takes longer than all the rest of a search, and each search begins with one.
 */
export class ShortWords {
  readonly #tables: IndexTables;
  /** By word: its rows. */
  #bits = new Uint32Array(0);
  #stride = 0;
  /** The version of the index whose texts are in. */
  #version = 0;

  constructor(tables: IndexTables) {
    this.#tables = tables;
  }

  /** The rows that hold a word, as bits; `null` for another kind of word, and while not all texts are in. */
  rowsWith(word: string): Uint32Array | null {
    const number = numberOf(word);
    if (number === null || this.#version !== this.#tables.version) return null;
    return this.#bits.subarray(number * this.#stride, (number + 1) * this.#stride);
  }

  /** Puts in what changed since the last time, unless that is in more than so many blocks. */
  async update(slices: Slices, most: number): Promise<void> {
    const { customers, version } = this.#tables;
    if (this.#version === version) return;
    const changed = customers.changed.data.subarray(0, customers.size);
    const blocks = new Set<number>();
    for (let row = 0; row < changed.length; row += 1) {
      if ((changed[row] ?? 0) > this.#version) blocks.add(Math.floor(row / BLOCK));
    }
    if (blocks.size > most) return;
    this.#makeRoom(customers.size);
    for (const block of blocks) {
      this.#put(block);
      if (slices.isOver()) await slices.next();
    }
    // What changed meanwhile is of a later version.
    this.#version = version;
  }

  #put(block: number): void {
    const { customers } = this.#tables;
    const held = new Uint32Array(WORDS);
    const end = Math.min(customers.size, (block + 1) * BLOCK);
    for (let row = block * BLOCK; row < end; row += 1) {
      const bit = 1 << (row % BLOCK);
      for (const text of [customers.folded, customers.id, customers.keys]) hold(held, text.get(row), bit);
    }
    for (let word = 0; word < WORDS; word += 1) this.#bits[word * this.#stride + block] = held[word] ?? 0;
  }

  #makeRoom(rows: number): void {
    if (rows <= this.#stride * BLOCK) return;
    const stride = Math.ceil((rows * GROWTH) / BLOCK);
    const bits = new Uint32Array(WORDS * stride);
    for (let word = 0; word < WORDS; word += 1) {
      bits.set(this.#bits.subarray(word * this.#stride, (word + 1) * this.#stride), word * stride);
    }
    [this.#bits, this.#stride] = [bits, stride];
  }
}

/** Gives the words of a text a bit. */
function hold(words: Uint32Array, text: string, bit: number): void {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const number = NUMBERS[text.charCodeAt(at)] ?? 0;
    if (number > 0) {
      const [one, two] = [number * SIDE, before * SIDE + number];
      words[one] = (words[one] ?? 0) | bit;
      words[two] = (words[two] ?? 0) | bit;
    }
    before = number;
  }
}

/** The number of a word of one or two letters or digits. */
function numberOf(word: string): number | null {
  const [one = 0, other = 0] = Array.from(word, (sign) => SIGNS.indexOf(sign) + 1);
  const isOther = word.length === 0 || word.length > 2 || one === 0 || (word.length === 2 && other === 0);
  return isOther ? null : one * SIDE + other;
}
