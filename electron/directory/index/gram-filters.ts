/** How many characters stand in a gram of letters and digits. */
const GRAM = 4;

/** From this character on two are a gram, too: words of Han characters are short. */
const SHORT_FROM = 0x2e80;

/** How many bits a chunk has for its grams: one in ten to two in five is set. */
const BITS = 8192;
const WORDS = BITS / 32;

const SPREAD = 0x9e3779b1;

/**
 * Which runs of a few characters stand in which chunks of texts: a Bloom filter with one hash for each chunk, side by
 * side. They rule out most chunks that do not hold a word, and never one that does.
 */
export class GramFilters {
  /** For how many chunks there shall be room. */
  #wanted = 0;
  #bits = new Uint32Array(0);
  /** By chunk: 1 where its grams are in. */
  #known = new Uint8Array(0);
  #grams = new Uint32Array(0);

  reserve(chunks: number): void {
    this.#wanted = Math.max(this.#wanted, chunks);
  }

  knows(chunk: number): boolean {
    return this.#known[chunk] === 1;
  }

  /** Puts the grams of a chunk in that is not known. */
  put(chunk: number, text: string): void {
    this.#makeRoom(chunk);
    if (this.#grams.length < 2 * text.length) this.#grams = new Uint32Array(2 * text.length);
    const [bits, grams] = [this.#bits, this.#grams];
    const count = writeGrams(text, grams);
    const start = chunk * WORDS;
    for (let nth = 0; nth < count; nth += 1) {
      const place = placeOf(grams[nth] ?? 0);
      bits[start + (place >>> 5)] = (bits[start + (place >>> 5)] ?? 0) | (1 << (place & 31));
    }
    this.#known[chunk] = 1;
  }

  /** Takes the grams of a chunk out, whose texts have changed. */
  forget(chunk: number): void {
    if (!this.knows(chunk)) return;
    this.#bits.fill(0, chunk * WORDS, (chunk + 1) * WORDS);
    this.#known[chunk] = 0;
  }

  /** False only where a chunk does not hold the word whose grams these are. */
  mayHold(chunk: number, grams: Uint32Array): boolean {
    if (!this.knows(chunk)) return true;
    const start = chunk * WORDS;
    for (let nth = 0; nth < grams.length; nth += 1) {
      const place = placeOf(grams[nth] ?? 0);
      if (((this.#bits[start + (place >>> 5)] ?? 0) & (1 << (place & 31))) === 0) return false;
    }
    return true;
  }

  #makeRoom(chunk: number): void {
    this.reserve(chunk + 1);
    if (chunk < this.#known.length) return;
    const [bits, known] = [new Uint32Array(this.#wanted * WORDS), new Uint8Array(this.#wanted)];
    bits.set(this.#bits);
    known.set(this.#known);
    [this.#bits, this.#known] = [bits, known];
  }
}

/** The grams of a word; none of one that is too short to have any. */
export function gramsOf(word: string): Uint32Array {
  const grams = new Uint32Array(2 * word.length);
  return grams.subarray(0, writeGrams(word, grams));
}

/** Writes the grams of a text down, of which there are at most two for each character; gives their number. */
function writeGrams(text: string, grams: Uint32Array): number {
  let count = 0;
  let gram = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    gram = (gram >>> 8) ^ (code << 24);
    if (at >= GRAM - 1) {
      grams[count] = gram;
      count += 1;
    }
    if (code >= SHORT_FROM && before >= SHORT_FROM) {
      grams[count] = (before << 16) | code;
      count += 1;
    }
    before = code;
  }
  return count;
}

const placeOf = (gram: number): number => Math.floor(((Math.imul(gram, SPREAD) >>> 0) / 2 ** 32) * BITS);
