/** How many characters stand in a gram. */
const GRAM = 4;

/** How many bits there are for each character of a text: about one in four is set. */
const BITS = 3;

const SPREAD = 0x9e3779b1;

/**
 * Which runs of four characters stand in a text, as a Bloom filter with one hash: it rules most texts out that do not
 * hold a word, for a small part of what searching them costs, and never one that does.
 */
export class GramFilter {
  readonly #bits: Uint32Array;

  constructor(text: string) {
    this.#bits = new Uint32Array(Math.ceil((text.length * BITS) / 32) + 1);
    const bits = this.#bits;
    const size = bits.length * 32;
    let gram = 0;
    for (let at = 0; at < text.length; at += 1) {
      gram = (gram >>> 8) ^ (text.charCodeAt(at) << 24);
      if (at < GRAM - 1) continue;
      const place = placeOf(gram, size);
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }

  /** False only when the text does not hold the word whose grams these are. */
  mayHold(grams: Uint32Array): boolean {
    const bits = this.#bits;
    const size = bits.length * 32;
    for (let nth = 0; nth < grams.length; nth += 1) {
      const place = placeOf(grams[nth] ?? 0, size);
      if (((bits[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) return false;
    }
    return true;
  }
}

/** The grams of a word; none of one that is too short to have any. */
export function gramsOf(word: string): Uint32Array {
  const grams = new Uint32Array(Math.max(0, word.length - GRAM + 1));
  let gram = 0;
  for (let at = 0; at < word.length; at += 1) {
    gram = (gram >>> 8) ^ (word.charCodeAt(at) << 24);
    if (at >= GRAM - 1) grams[at - GRAM + 1] = gram;
  }
  return grams;
}

/** A place below `size` for a gram. */
const placeOf = (gram: number, size: number): number => Math.floor(((Math.imul(gram, SPREAD) >>> 0) / 2 ** 32) * size);
