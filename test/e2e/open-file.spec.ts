import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { type Engine, expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const CLI = join(import.meta.dirname, '..', '..', 'out', 'cli', 'partner-console.mjs');
const RESELLER_PROFILE = join(import.meta.dirname, '..', 'fixtures', 'profiles', 'reseller-21vianet.json');
const RESELLER = '1f2a3b4c-0000-4000-8000-000000005120';
const LINK = 'https://portal.partner.microsoftonline.cn/Partner/Commerce/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1#x';

const run = promisify(execFile);

/** What a provider's own console writes for one of its resellers. */
async function handOffIn(folder: string): Promise<string> {
  const workspace = join(folder, 'provider');
  const out = join(folder, 'handed over');
  const console = (...args: string[]) => run(process.execPath, [CLI, ...args, '--workspace', workspace, '--json']);
  await console('init', '--profile', steps.PROFILE, '--plaintext');
  const link = ['--link', LINK, '--reseller', RESELLER, '--language', 'zh-CN', '--out', out];
  await console('hand-over', ...link, '--plaintext');
  return join(out, (await readdir(out)).find((name) => name.endsWith('.pchandoff')) ?? '');
}

const receiving = (page: Page): Locator => page.getByRole('dialog', { name: say('composer.receive.title') });

/** The page that a person has before them after a second start: in a browser, the one that opens then. */
async function pageInFront(page: Page, engine: Engine): Promise<Page> {
  if (engine !== 'chromium') return page;
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  return fresh;
}

test('the console started with a hand-off file shows what it is, and records it when asked to', async ({ console }) => {
  const file = await handOffIn(dirname(console.places.workspace));
  await steps.createWorkspace(console.page, RESELLER_PROFILE);
  await console.restart([file]);
  const dialog = receiving(console.page);
  await expect(dialog).toContainText(say('composer.receive.firstTitle'));
  await expect(dialog).toContainText('Wide World Importers');
  await expect(dialog).toContainText(LINK);
  await dialog.getByRole('button', { name: say('composer.receive.takeIn') }).click();
  await expect(dialog).toContainText(say('composer.receive.takenTitle'));

  // It is opened once: the page loaded anew has nothing to show.
  await console.page.reload();
  await expect(console.page.getByRole('navigation', { name: say('window.navigation.label') })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('a second start hands its files over to the console that runs', async ({ console, engine }) => {
  const folder = dirname(console.places.workspace);
  const file = await handOffIn(folder);
  await steps.createWorkspace(console.page, RESELLER_PROFILE);
  const altered = join(folder, 'altered.pchandoff');
  await writeFile(altered, (await readFile(file, 'utf8')).replace('msppid=0', 'msppid=1'));

  const { code, said } = await console.startAgain([altered, join(folder, 'missing.pchandoff')]);
  expect(code).toBe(0);
  expect(said).toContain(console.places.workspace);
  const page = await pageInFront(console.page, engine);
  await expect(receiving(page)).toContainText(say('composer.receive.refused', { file: 'altered.pchandoff' }));
  await expect(receiving(page)).toContainText(/missing\.pchandoff cannot be read \(ENOENT\)/);
  await expect(receiving(page).getByRole('button', { name: say('composer.receive.takeIn') })).toHaveCount(0);
  await expectAccessible(page, 'a file that cannot be read');
});

test('a file waits while something is being typed', async ({ console, engine }) => {
  const file = await handOffIn(dirname(console.places.workspace));
  await steps.createWorkspace(console.page, RESELLER_PROFILE);
  await steps.goTo(console.page, 'invitations');
  await console.page
    .getByRole('button', { name: say('pipeline.receive') })
    .first()
    .click();
  const link = receiving(console.page).getByRole('textbox', { name: say('composer.receive.link') });
  await link.fill(LINK);
  await console.startAgain([file]);
  // A browser's page asks when the person comes back to it.
  if (engine === 'chromium') await console.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(link).toHaveValue(LINK);
  await expect(console.page.getByText(say('composer.receive.firstTitle'))).toBeHidden();
  await receiving(console.page)
    .getByRole('button', { name: say('composer.receive.cancel') })
    .click();
  await expect(receiving(console.page)).toContainText(say('composer.receive.firstTitle'));
});

test.describe('in the sample', () => {
  test.use({ sample: true });

  test('a rule is read over the dialog that names it, and nothing typed is lost', async ({ console: { page } }) => {
    await steps
      .customersTable(page)
      .getByRole('checkbox', { name: say('picking.pick', { name: 'Adventure Works Cycling' }) })
      .check();
    await page
      .getByRole('region', { name: say('picking.bar') })
      .getByRole('button', { name: say('picking.invite') })
      .click();
    const dialog = page.getByRole('dialog', { name: say('bulk.title') });
    const link = dialog.getByRole('textbox', { name: say('inviting.link') });
    await link.fill(LINK);
    await dialog
      .getByRole('textbox', { name: say('bulk.addresses.label') })
      .fill('Adventure Works Cycling, it@adventure.example');
    await dialog.getByRole('button', { name: /^Why\?/ }).click();
    const ruleLink = dialog.getByRole('button', { name: /^Read rule R\d\d$/ }).first();
    const rule = ((await ruleLink.getAttribute('aria-label')) ?? '').replace('Read rule ', '');
    await ruleLink.click();
    const reading = page.getByRole('dialog', { name: new RegExp(`^${rule}`) });
    await expect(reading.getByRole('heading', { name: say('ruleBrowser.sources') })).toBeVisible();
    await expectAccessible(page, 'a rule over a dialog', '[role="dialog"]');
    await reading.getByRole('button', { name: say('explain.rules.close') }).click();
    await expect(reading).toBeHidden();
    await expect(ruleLink).toBeFocused();
    await expect(link).toHaveValue(LINK);

    await dialog.getByRole('button', { name: say('bulk.write', { count: 1 }), exact: true }).click();
    await expect(dialog.getByRole('button', { name: say('bulk.result.openFolder') })).toBeVisible();
  });
});
