import type { Language } from '#shared/model/invitation.ts';
import { messages as en } from './en/index.ts';
import { isLanguageTag } from './language-tag.ts';
import { messages as zhCN } from './zh-CN/index.ts';
import { messages as zhTW } from './zh-TW/index.ts';

/** English is the norm: it decides which messages there are. */
export type Messages = typeof en;

/** ICU MessageFormat, a tree a language; the compiler holds the other languages to the English keys. */
export const MESSAGES = { en, 'zh-CN': zhCN, 'zh-TW': zhTW } as const satisfies Record<Language, Messages>;

/** The first of a person's preferred BCP 47 tags that we speak; English if none. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred.filter(isLanguageTag)) {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return script === 'Hant' || region === 'TW' || region === 'HK' ? 'zh-TW' : 'zh-CN';
    if (language === 'en') return 'en';
  }
  return 'en';
}
