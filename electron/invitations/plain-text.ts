/** Controls, line breaks and direction overrides: nothing of these belongs in a name, a subject or a file name. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const INVISIBLES = new RegExp(INVISIBLE.source, 'gu');
const LONE_SURROGATES = /\p{Cs}/gu;

/** Where the first invisible character stands, counted in characters from 1; `null` when there is none. */
export function firstInvisible(text: string): number | null {
  const found = INVISIBLE.exec(text);
  return found ? [...text.slice(0, found.index)].length + 1 : null;
}

/** A name on one line: runs of white space become one space, invisible characters go, half characters become U+FFFD. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLES, '')
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
