import { isLanguageTag } from '#shared/locales/language-tag.ts';
import type { Language } from '#shared/model/invitation.ts';

const DAY = 86_400_000;

/** Whole calendar days from one instant to another in the time zone of the system; negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (midnight(to) - midnight(from)) / DAY;
}

/** The person's own regional form of the window's language (`en-GB` for English in Britain), else the language itself. */
export function regionalTag(language: Language, preferred: readonly string[]): string {
  const wanted = new Intl.Locale(language).maximize();
  const own = preferred.filter(isLanguageTag).find((tag) => {
    const offered = new Intl.Locale(tag).maximize();
    return offered.language === wanted.language && offered.script === wanted.script;
  });
  return own ?? language;
}
