/**
 * Text as searches compare it: letter case, width and compatibility forms do not matter; nor do marks that keyboards
 * leave out (Turkish İ is found by i, German ü by u).
 */
export function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/ß/g, 'ss');
}

/** The words of a query, folded; something matches when it holds every one of them. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}
