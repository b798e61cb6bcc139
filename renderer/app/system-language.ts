import { pickLanguage } from '#shared/locales/index.ts';
import type { Language } from '#shared/model/invitation.ts';

/** The language to speak while the person has chosen none: what the host says the system asks for, else the browser's own. */
export function systemLanguage(locale: string | null | undefined): Language {
  return pickLanguage(locale ? [locale] : navigator.languages);
}
