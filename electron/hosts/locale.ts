/** The first of some names that is a BCP 47 tag: systems also name languages `C` or `POSIX`. English if none is. */
export function firstTag(candidates: readonly string[]): string {
  return candidates.find(isTag) ?? 'en';
}

function isTag(text: string): boolean {
  try {
    return new Intl.Locale(text).language.length > 1;
  } catch {
    return false;
  }
}
