import { createTranslator } from 'use-intl/core';
import { MESSAGES } from '#shared/locales/index.ts';
import type { Language } from '#shared/model/invitation.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';

const wordsOf = (language: Language) => createTranslator({ locale: language, messages: MESSAGES[language] });

test.use({ sample: true });

test('the window speaks English, then Chinese as on the mainland, then as in Taiwan, and remembers it', async ({
  console,
}) => {
  await steps.goTo(console.page, 'settings');
  for (const language of ['zh-CN', 'zh-TW'] as const) {
    const words = wordsOf(language);
    const choice = console.page.getByRole('radio', { name: MESSAGES.en.terms.languages[language], exact: true });
    await choice.click();
    await expect(choice).toBeChecked();
    await expect(console.page.getByRole('heading', { level: 1, name: words('window.settings.title') })).toBeVisible();
    await expect(console.page.locator('html')).toHaveAttribute('lang', language);
    await expect(console.page.getByRole('button', { name: words('window.navigation.subscriptions') })).toBeVisible();
  }
  await console.restart();
  await expect(console.page.locator('html')).toHaveAttribute('lang', 'zh-TW');
  const again = wordsOf('zh-TW');
  await expect(console.page.getByRole('navigation', { name: again('window.navigation.label') })).toBeVisible();
});
