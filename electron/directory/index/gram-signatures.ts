/** How many characters stand in a gram of letters and digits. */
const GRAM = 4;

/** From this character on two are a gram, too: words of Han characters are short. */
const SHORT_FROM = 0x2e80;

/** How many grams are told apart: of a chunk's texts, one in ten to one in three is there. */
const SLICES = 8192;

const SPREAD = 0x9e3779b1;
const BITS = 32;

/**
 * Which runs of a few characters stand in which chunks of texts, as a bit-sliced signature file: a slice for each gram,
 * a bit for each chunk (Faloutsos and Christodoulakis, 1984). The slices of a word's grams, laid over each other, leave
 * the chunks that may hold the word; never is one left out that does.
 */
export class GramSignatures {
  /** For how many chunks there shall be room. */
  #wanted = 0;
  /** How many words of bits a slice has. */
  #width = 0;
  #slices = new Uint32Array(0);
  /** The chunks whose grams are in. */
  #known = new Uint32Array(0);

  reserve(chunks: number): void {
    this.#wanted = Math.max(this.#wanted, chunks);
  }

  knows(chunk: number): boolean {
    return ((this.#known[wordOf(chunk)] ?? 0) & bitOf(chunk)) !== 0;
  }

  /** Puts the grams of a chunk in that is not known. */
  put(chunk: number, text: string): void {
    this.reserve(chunk + 1);
    if (this.#width * BITS < this.#wanted) this.#widen();
    const slices = this.#slices;
    const width = this.#width;
    const word = wordOf(chunk);
    const bit = bitOf(chunk);
    eachGram(text, (gram) => {
      const place = sliceOf(gram) * width + word;
      slices[place] = (slices[place] ?? 0) | bit;
    });
    this.#known[word] = (this.#known[word] ?? 0) | bit;
  }

  /** Takes the grams of a chunk out, whose texts have changed. */
  forget(chunk: number): void {
    if (!this.knows(chunk)) return;
    const rest = ~bitOf(chunk);
    const word = wordOf(chunk);
    for (let place = word; place < this.#slices.length; place += this.#width)
      this.#slices[place] = (this.#slices[place] ?? 0) & rest;
    this.#known[word] = (this.#known[word] ?? 0) & rest;
  }

  /** The chunks that may hold the word with these grams, as bits: those that are not known are among them. */
  chunksWith(grams: readonly number[]): Uint32Array {
    const may = new Uint32Array(wordOf(this.#wanted) + 1).fill(-1);
    if (grams.length === 0) return may;
    for (const gram of grams) {
      const start = sliceOf(gram) * this.#width;
      for (let word = 0; word < this.#width; word += 1)
        may[word] = (may[word] ?? 0) & (this.#slices[start + word] ?? 0);
    }
    for (let word = 0; word < this.#width; word += 1) may[word] = (may[word] ?? 0) | ~(this.#known[word] ?? 0);
    return may;
  }

  #widen(): void {
    const width = Math.ceil(this.#wanted / BITS);
    const slices = new Uint32Array(SLICES * width);
    for (let nth = 0; nth < SLICES && this.#width > 0; nth += 1)
      slices.set(this.#slices.subarray(nth * this.#width, (nth + 1) * this.#width), nth * width);
    const known = new Uint32Array(width);
    known.set(this.#known);
    [this.#slices, this.#known, this.#width] = [slices, known, width];
  }
}

/** The grams of a word; none of one that is too short to have any. */
export function gramsOf(word: string): number[] {
  const grams: number[] = [];
  eachGram(word, (gram) => grams.push(gram));
  return grams;
}

function eachGram(text: string, take: (gram: number) => void): void {
  let gram = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    gram = (gram >>> 8) ^ (code << 24);
    if (at >= GRAM - 1) take(gram);
    if (code >= SHORT_FROM && before >= SHORT_FROM) take((before << 16) | code);
    before = code;
  }
}

const wordOf = (chunk: number): number => chunk >>> 5;
const bitOf = (chunk: number): number => 1 << (chunk & (BITS - 1));

const sliceOf = (gram: number): number => Math.floor(((Math.imul(gram, SPREAD) >>> 0) / 2 ** 32) * SLICES);
