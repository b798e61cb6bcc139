import { createTranslator } from 'use-intl/core';
import { MESSAGES } from '#shared/locales/index.ts';
import type { Language } from '#shared/model/invitation.ts';

/** What the browser shows when the person comes back from the sign-in page. */
export interface LandingPages {
  readonly done: string;
  readonly failed: string;
}

/** The pages in the person's language: plain, without a script or anything from elsewhere. */
export function landingPages(language: Language, partner: string): LandingPages {
  const say = createTranslator({ locale: language, messages: MESSAGES[language].signInPages });
  return {
    done: page(language, say('done'), say('doneNext', { partner })),
    failed: page(language, say('failed'), say('failedNext')),
  };
}

function page(language: Language, title: string, next: string): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 'Segoe UI', system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; margin: 0 24px; text-align: center }
h1 { font-size: 24px; font-weight: 600; margin: 0 0 8px }
p { margin: 0; opacity: .8 }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(next)}</p>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
