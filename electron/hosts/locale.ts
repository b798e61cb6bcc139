import { isLanguageTag } from '#shared/locales/language-tag.ts';

/** The first of some names that is a language tag; English if none is. */
export function firstTag(candidates: readonly string[]): string {
  return candidates.find(isLanguageTag) ?? 'en';
}
