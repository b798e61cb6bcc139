// Saves what the main screens look like, in both hosts, light and dark, English and Chinese: `node test/e2e/screenshots.ts`
// (with FLOOR_ELECTRON and a display for the desktop's). Not a test: somebody looks at the pictures in out/screenshots.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createTranslator } from 'use-intl/core';
import { MESSAGES } from '#shared/locales/index.ts';
import type { Language } from '#shared/model/invitation.ts';
import { startBrowser } from './hosts/browser.ts';
import { electronOf, startDesktop } from './hosts/desktop.ts';
import { type Places, type Running, SANDBOX } from './hosts/host.ts';
import * as steps from './steps.ts';

const OUT = join(import.meta.dirname, '..', '..', 'out', 'screenshots');

async function picture(page: Page, host: string, language: Language, theme: 'light' | 'dark'): Promise<void> {
  const words = createTranslator({ locale: language, messages: MESSAGES[language] });
  const save = (screen: string) => page.screenshot({ path: join(OUT, `${host}-${language}-${theme}-${screen}.png`) });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  const table = page.getByRole('grid', { name: words('window.customers.title') });
  await table.getByRole('row').nth(1).waitFor();
  await save('customers');
  await table.getByRole('row').nth(3).click();
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('table').getByRole('button', { expanded: false }).first().click();
  await panel.getByRole('heading', { level: 3, name: words('dossier.answers.title') }).waitFor();
  await save('dossier');
  await page
    .getByRole('button', { name: words('dossier.header.prepareInvitation') })
    .first()
    .click();
  const inviting = page.getByRole('dialog', { name: words('inviting.title') });
  await inviting.waitFor();
  await save('invitation');
  await inviting
    .getByRole('button', { name: words('inviting.close') })
    .first()
    .click();
  await page
    .getByRole('banner')
    .getByRole('button', { name: words('window.title.import') })
    .click();
  const importing = page.getByRole('dialog', { name: words('importing.title') });
  await importing.locator('input[type="file"]').setInputFiles([steps.sampleFile('csv', 'Customers.csv')]);
  await importing.getByRole('article').getByText(words('importing.state.done')).waitFor();
  await save('import');
}

async function pictures(host: string, start: (places: Places) => Promise<Running>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-console-'));
  try {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const own = join(folder, `${language}-${theme}`);
        const places = {
          workspace: join(own, 'workspace'),
          drafts: join(own, 'drafts'),
          backups: join(own, 'backups'),
          settings: join(own, 'settings'),
          sample: true,
          language,
        };
        const running = await start(places);
        await picture(running.page, host, language, theme).finally(() => running.kill());
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await mkdir(OUT, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: SANDBOX });
await pictures('browser', (places) => startBrowser(browser, places)).finally(() => browser.close());
if (process.env.FLOOR_ELECTRON) await pictures('desktop', (places) => startDesktop(electronOf('floor'), places));
