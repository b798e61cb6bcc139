/** How many characters stand in a gram of letters and digits. */
const GRAM = 3;

/** From this character on one is a gram, too, and so are two: words of Han characters are short. */
const SHORT_FROM = 0x2e80;

/** How many grams end with a character, at most. */
const MOST = 3;

/** How many bits a chunk has for its grams, of which each sets two: about one in four is set. */
const BITS = 4096;

/** So many chunks lie in a word of bits. */
const WORD = 32;

/** Multiplied with one of these, the upper bits of a gram depend on all of it: its two places are taken from there. */
const SPREADS = [0x9e3779b1, 0x85ebca6b] as const;
const BITS_DROPPED = 32 - Math.log2(BITS);

/**
 * Which runs of a few characters stand in which chunks of texts: a Bloom filter for each chunk. They rule out most chunks
 * that do not hold a word, and never one that does. The same bit of all chunks lies side by side, so that a word is
 * sought in 32 of them at a time.
 */
export class GramFilters {
  /** For how many chunks there shall be room. */
  #wanted = 0;
  /** How many words of bits there is room for, for each of the bits. */
  #stride = 0;
  #bits = new Uint32Array(0);
  /** The chunks whose grams are in, as bits. */
  #known = new Uint32Array(0);
  #grams = new Uint32Array(0);

  reserve(chunks: number): void {
    this.#wanted = Math.max(this.#wanted, chunks);
  }

  knows(chunk: number): boolean {
    return ((this.#known[Math.floor(chunk / WORD)] ?? 0) & bitOf(chunk)) !== 0;
  }

  /** Puts the grams of a chunk in that is not known. */
  put(chunk: number, text: string): void {
    this.#makeRoom(chunk);
    if (this.#grams.length < MOST * text.length) this.#grams = new Uint32Array(MOST * text.length);
    const [bits, grams, stride] = [this.#bits, this.#grams, this.#stride];
    const count = writeGrams(text, grams);
    const [word, bit] = [Math.floor(chunk / WORD), bitOf(chunk)];
    for (let nth = 0; nth < count; nth += 1) {
      const gram = grams[nth] ?? 0;
      const [one, other] = [placeOf(gram, 0) * stride + word, placeOf(gram, 1) * stride + word];
      bits[one] = (bits[one] ?? 0) | bit;
      bits[other] = (bits[other] ?? 0) | bit;
    }
    this.#known[word] = (this.#known[word] ?? 0) | bit;
  }

  /** Takes the grams of a chunk out, whose texts have changed. */
  forget(chunk: number): void {
    if (!this.knows(chunk)) return;
    const [word, others] = [Math.floor(chunk / WORD), ~bitOf(chunk)];
    for (let at = word; at < this.#bits.length; at += this.#stride) this.#bits[at] = (this.#bits[at] ?? 0) & others;
    this.#known[word] = (this.#known[word] ?? 0) & others;
  }

  /** Of so many chunks those that may hold a word, by its grams: all that do, those that are not known, few others. */
  chunksWith(grams: Uint32Array, chunks: number): number[] {
    const found: number[] = [];
    for (let word = 0; word * WORD < chunks; word += 1) {
      let left = (this.#inWord(word, grams) | ~(this.#known[word] ?? 0)) >>> 0;
      for (; left !== 0; left = (left & (left - 1)) >>> 0) {
        const chunk = word * WORD + (WORD - 1 - Math.clz32(left & -left));
        if (chunk < chunks) found.push(chunk);
      }
    }
    return found;
  }

  /** The chunks of a word of bits that have all grams. */
  #inWord(word: number, grams: Uint32Array): number {
    let found = ~0;
    for (let nth = 0; nth < grams.length && found !== 0; nth += 1) {
      const gram = grams[nth] ?? 0;
      found &= this.#bits[placeOf(gram, 0) * this.#stride + word] ?? 0;
      found &= this.#bits[placeOf(gram, 1) * this.#stride + word] ?? 0;
    }
    return found;
  }

  #makeRoom(chunk: number): void {
    this.reserve(chunk + 1);
    if (chunk < this.#stride * WORD) return;
    const stride = Math.ceil(this.#wanted / WORD);
    const bits = new Uint32Array(BITS * stride);
    const known = new Uint32Array(stride);
    for (let bit = 0; bit < BITS; bit += 1) {
      bits.set(this.#bits.subarray(bit * this.#stride, (bit + 1) * this.#stride), bit * stride);
    }
    known.set(this.#known);
    [this.#bits, this.#known, this.#stride] = [bits, known, stride];
  }
}

/** The grams of a word; none of one that is too short to have any. */
export function gramsOf(word: string): Uint32Array {
  const grams = new Uint32Array(MOST * word.length);
  return grams.subarray(0, writeGrams(word, grams));
}

/** Writes the grams of a text down; gives their number. */
function writeGrams(text: string, grams: Uint32Array): number {
  let count = 0;
  let gram = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // A byte for each of the last three characters.
    gram = (gram >>> 8) | (((code ^ (code >>> 8)) & 0xff) << 16);
    if (at >= GRAM - 1) {
      grams[count] = gram;
      count += 1;
    }
    if (code >= SHORT_FROM) {
      grams[count] = code;
      count += 1;
      if (before >= SHORT_FROM) {
        grams[count] = (before << 16) | code;
        count += 1;
      }
    }
    before = code;
  }
  return count;
}

const bitOf = (chunk: number): number => 1 << (chunk % WORD);

const placeOf = (gram: number, nth: 0 | 1): number => Math.imul(gram, SPREADS[nth]) >>> BITS_DROPPED;
