/** More different words than this are not worth remembering: they are read anew. */
const WORDS = 50_000;

/**
 * A reader of words that a large file repeats in many rows, such as dates: the same words are read once and give the
 * very same value. What it throws is not remembered.
 */
export function remembering<Words extends readonly string[], Value>(
  read: (...words: Words) => Value,
): (...words: Words) => Value {
  let values = new Map<string, Value>();
  return (...words) => {
    const [first = ''] = words;
    const key = words.length === 1 ? first : words.join('\n');
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = read(...words);
    if (values.size >= WORDS) values = new Map();
    values.set(key, value);
    return value;
  };
}
