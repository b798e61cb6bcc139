/** Whether a text is a BCP 47 tag. Systems also name languages `C` or `POSIX`, and browsers pass that on. */
export function isLanguageTag(text: string): boolean {
  try {
    return new Intl.Locale(text).language.length > 1;
  } catch {
    return false;
  }
}
