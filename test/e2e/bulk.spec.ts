import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const LINK = 'https://portal.partner.microsoftonline.cn/Partner/Commerce/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1#x';
const ADVENTURE = 'Adventure Works Cycling';
const ALPENBLICK = 'Alpenblick Hotelbetriebe';
const CONTOSO = 'Contoso Manufacturing (China) Co., Ltd.';
const RESELLER = 'Wide World Resellers';

const rowOf = (page: Page, name: string): Locator =>
  steps.customersTable(page).getByRole('row').filter({ hasText: name });
const boxOf = (page: Page, name: string): Locator =>
  steps.customersTable(page).getByRole('checkbox', { name: say('picking.pick', { name }) });
const bar = (page: Page): Locator => page.getByRole('region', { name: say('picking.bar') });

/** Opens the dialog for the customers that are picked. */
async function invite(page: Page): Promise<Locator> {
  await bar(page)
    .getByRole('button', { name: say('picking.invite') })
    .click();
  return page.getByRole('dialog', { name: say('bulk.title') });
}

/** Pastes the link, and waits for what is told of it: everything below it moves. */
async function pasteLink(dialog: Locator): Promise<void> {
  await dialog.getByRole('textbox', { name: say('inviting.link') }).fill(LINK);
  await expect(dialog).toContainText(say('composer.link.parameters', { count: 3 }));
}

const lineOf = (dialog: Locator, name: string): Locator =>
  dialog
    .getByRole('grid', { name: say('bulk.rows.label') })
    .getByRole('row')
    .filter({ hasText: name });
const writeButton = (dialog: Locator, count: number): Locator =>
  dialog.getByRole('button', { name: say('bulk.write', { count }), exact: true });

/** Types an address into its place in the list. */
async function correct(dialog: Locator, name: string, address: string): Promise<void> {
  const label = say('bulk.rows.editAddress', { name });
  await lineOf(dialog, name).getByRole('button', { name: label }).click();
  await dialog.getByRole('textbox', { name: label }).fill(address);
  await dialog.getByRole('textbox', { name: label }).press('Enter');
  await expect(lineOf(dialog, name)).toBeFocused();
}

test.describe('in the sample', () => {
  test.use({ sample: true });

  test('customers are picked by box, by click and by keyboard', async ({ console: { page } }) => {
    const rows = steps.customersTable(page).locator('tbody').getByRole('row');
    const count = (picked: number) =>
      expect(bar(page).getByRole('status')).toHaveText(say('picking.count', { count: picked }));
    await expect(bar(page)).toBeHidden();

    await boxOf(page, ADVENTURE).check();
    await count(1);
    await rowOf(page, CONTOSO).click({ modifiers: ['Shift'] });
    await count(4);
    await rowOf(page, ALPENBLICK).click({ modifiers: ['ControlOrMeta'] });
    await count(3);
    await expect(rowOf(page, ALPENBLICK)).toHaveAttribute('aria-selected', 'false');
    await expect(rowOf(page, CONTOSO)).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page, 'picked customers');

    await bar(page)
      .getByRole('button', { name: say('picking.clear') })
      .click();
    await expect(bar(page)).toBeHidden();
    await expect(steps.customersTable(page).locator('tr:focus')).toHaveCount(1);

    await rows.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await count(3);
    await page.keyboard.press('ControlOrMeta+a');
    await count(30);
    await expect(steps.customersTable(page).getByRole('checkbox', { name: say('picking.all') })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();

    // What is picked stays so under another search, and all of what is found can be added.
    await boxOf(page, ADVENTURE).check();
    await page.getByRole('searchbox', { name: say('window.search.label') }).fill('contoso');
    await expect(rows).toHaveCount(1);
    await steps
      .customersTable(page)
      .getByRole('checkbox', { name: say('picking.all') })
      .click();
    await count(2);

    // A plain click still opens.
    await rows.first().click();
    await expect(page.getByRole('heading', { name: CONTOSO, level: 2 })).toBeVisible();
    await count(2);
  });

  test('several customers are written to: looked at first, corrected, and told what was left out', async ({
    console: { page, places },
  }) => {
    await boxOf(page, ADVENTURE).check();
    await rowOf(page, CONTOSO).click({ modifiers: ['Shift'] });
    const dialog = await invite(page);
    await expect(dialog).toContainText(say('bulk.rows.waitingTitle'));
    await expectAccessible(page, 'several invitations, empty', '[role="dialog"]');
    await pasteLink(dialog);
    await expect(dialog).toContainText(say('bulk.rows.can', { can: 0, of: 4 }));

    await test.step('an address list with errors is taken for its good lines', async () => {
      const list = ['contoso.partner.onmschina.cn;admin@contoso.example', 'Nobody Ltd.,x@nobody.example', 'hello'];
      await dialog
        .locator('input[type="file"]')
        .setInputFiles({ name: 'addresses.csv', mimeType: 'text/csv', buffer: Buffer.from(list.join('\r\n')) });
      await expect(dialog).toContainText(say('bulk.rows.can', { can: 1, of: 4 }));
      await dialog.getByText(say('bulk.addresses.bad', { count: 2 })).click();
      const bad = dialog.getByRole('table', { name: say('bulk.addresses.bad', { count: 2 }) });
      await expect(bad.getByRole('row').nth(1)).toContainText('Nobody Ltd.');
      await expect(bad.getByRole('row').nth(2)).toContainText('3');
    });

    await test.step('an address is corrected in its place, and one that is none is refused there', async () => {
      await correct(dialog, ADVENTURE, 'nowhere');
      await expect(lineOf(dialog, ADVENTURE)).toContainText('nowhere');
      await expect(dialog).toContainText(say('bulk.rows.can', { can: 1, of: 4 }));
      await correct(dialog, ADVENTURE, 'Ann <ann@adventure.example>');
      await expect(dialog).toContainText(say('bulk.rows.can', { can: 2, of: 4 }));
    });

    await test.step('each answer says why', async () => {
      await lineOf(dialog, ALPENBLICK)
        .getByRole('button', { name: say('bulk.rows.why', { name: ALPENBLICK }) })
        .click();
      const why = dialog.getByRole('region', { name: say('bulk.rows.detail', { name: ALPENBLICK }) });
      await expect(why).toContainText(say('rules.R01.statement'));
      await expectAccessible(page, 'several invitations', '[role="dialog"]');
      await why.getByRole('button', { name: say('bulk.rows.closeDetail') }).click();
      await expect(why).toBeHidden();
    });

    await test.step('what stands in the way can be looked at alone', async () => {
      await dialog.getByRole('checkbox', { name: say('bulk.rows.onlyBlocked', { count: 2 }) }).check();
      await expect(lineOf(dialog, CONTOSO)).toBeHidden();
      await expect(lineOf(dialog, ALPENBLICK)).toBeVisible();
    });

    await test.step('two drafts are written, and two customers left out with the reason', async () => {
      await writeButton(dialog, 2).click();
      await expect(dialog).toContainText(say('bulk.result.done', { count: 2 }));
      await expect(dialog.getByRole('table', { name: say('bulk.result.refused', { count: 2 }) })).toContainText(
        ALPENBLICK,
      );
      await expectAccessible(page, 'several invitations, written', '[role="dialog"]');
      const [folder = ''] = await readdir(places.drafts);
      const drafts = await readdir(join(places.drafts, folder));
      expect(drafts).toHaveLength(2);
      for (const draft of drafts) {
        const mail = await simpleParser(await readFile(join(places.drafts, folder, draft)));
        expect(mail.text?.split('\n')).toContain(LINK);
      }
    });

    await test.step('what is written is not written twice', async () => {
      await dialog.getByRole('button', { name: say('bulk.result.back') }).click();
      await expect(dialog).toContainText(say('bulk.rows.can', { can: 0, of: 4 }));
      await correct(dialog, ALPENBLICK, 'ann@alpenblick.example');
      await writeButton(dialog, 1).click();
      await expect(dialog).toContainText(say('bulk.result.skipped', { count: 2 }));
      await dialog
        .getByRole('button', { name: say('bulk.close') })
        .last()
        .click();
      await expect(dialog).toBeHidden();
    });
  });

  test('a list that is dropped on its field is not imported as well', async ({ console: { page } }) => {
    await boxOf(page, ADVENTURE).check();
    const dialog = await invite(page);
    await pasteLink(dialog);
    const field = dialog.getByRole('textbox', { name: say('bulk.addresses.label') });
    const list = await page.evaluateHandle(() => {
      const files = new DataTransfer();
      files.items.add(new File(['adventure-works.partner.onmschina.cn,ann@adventure.example'], 'list.csv'));
      return files;
    });
    for (const type of ['dragenter', 'dragover', 'drop']) await field.dispatchEvent(type, { dataTransfer: list });
    await expect(field).toHaveValue(/ann@adventure\.example/u);
    await expect(dialog).toContainText(say('bulk.rows.can', { can: 1, of: 1 }));
    await expect(page.getByRole('dialog', { name: say('importing.title') })).toBeHidden();
    await expect(page.getByText(say('importing.dropAnywhere'))).toBeHidden();
  });

  test('a link is handed to a reseller of ours, as a signed file and the mail that carries it', async ({
    console: { page, places },
  }) => {
    await steps.goTo(page, 'invitations');
    await page.getByRole('button', { name: say('pipeline.handOver') }).click();
    const dialog = page.getByRole('dialog', { name: say('handOver.title') });
    await expectAccessible(page, 'a hand-over', '[role="dialog"]');
    const write = dialog.getByRole('button', { name: say('handOver.write', { count: 1 }), exact: true });
    await pasteLink(dialog);
    await dialog.getByRole('searchbox', { name: say('handOver.resellers.search') }).fill('wide world');
    await dialog.getByRole('searchbox', { name: say('handOver.resellers.search') }).press('Enter');
    await expect(dialog.getByRole('checkbox')).toHaveCount(1);
    await dialog.getByRole('checkbox', { name: RESELLER }).check();
    await expect(dialog).toContainText(say('handOver.resellers.chosen', { chosen: 1, of: 2 }));
    await write.click();
    await expect(dialog).toContainText(say('handOver.done', { count: 1 }));
    const written = await readdir(places.drafts);
    const file = written.find((name) => name.endsWith('.pchandoff')) ?? '';
    expect(JSON.parse(await readFile(join(places.drafts, file), 'utf8'))).toMatchObject({ link: LINK });
    expect(written.some((name) => name.endsWith('.eml'))).toBe(true);
    await expect(dialog).toContainText(file);
    await expectAccessible(page, 'a hand-over, written', '[role="dialog"]');
    await dialog.getByRole('tab', { name: say('handOver.tabs.earlier', { count: 1 }) }).click();
    await expect(dialog.getByRole('table', { name: say('handOver.earlier.label') })).toContainText(RESELLER);
    await expectAccessible(page, 'earlier hand-overs', '[role="dialog"]');
  });

  test('templates are made, used, changed, taken elsewhere and deleted', async ({ console: { page, places } }) => {
    await steps.goTo(page, 'settings');
    const form = page.getByRole('form');
    const name = (label: string) => form.getByRole('textbox', { name: label });
    const first = name(say('templateManager.form.paragraph', { number: 1 }));

    await test.step('a new one begins with the built-in words, in the language that is chosen', async () => {
      await page.getByRole('button', { name: say('templateManager.new') }).click();
      await name(say('templateManager.form.name')).fill('Warm words');
      await form.getByRole('combobox', { name: say('templateManager.form.language') }).click();
      await page.getByRole('option', { name: say('terms.languages.zh-TW') }).click();
      await expect(first).toHaveValue(/雲端/u);
      await expect(name(say('templateManager.form.name'))).toHaveValue('Warm words');
      await form.getByRole('combobox', { name: say('templateManager.form.language') }).click();
      await page.getByRole('option', { name: say('terms.languages.en') }).click();
      await expect(first).toHaveValue(/Cloud Solution Provider/u);
    });

    await test.step('an unknown variable is refused at its paragraph; the preview shows what a customer would read', async () => {
      await first.fill('A note from {nobody}');
      await expect(form).toContainText('{nobody}:');
      await first.fill('A note to ');
      await form.getByRole('button', { name: say('composer.variables.names.customer') }).click();
      await expect(first).toHaveValue('A note to {customer}');
      await expect(form.getByRole('region', { name: say('inviting.preview') })).toContainText('A note to Contoso');
      await expectAccessible(page, 'a template');
      await form.getByRole('button', { name: say('templateManager.form.save') }).click();
      await expect(form).toBeHidden();
      await expect(page.getByText('Warm words')).toBeVisible();
    });

    await test.step('another theme leaves it where it is', async () => {
      const dark = page.getByRole('radio', { name: say('window.settings.themes.dark') });
      await dark.click();
      await expect(dark).toBeChecked();
      await page.getByRole('radio', { name: say('window.settings.themes.system'), exact: true }).click();
      await expect(dark).not.toBeChecked();
      await page.reload();
      await steps.goTo(page, 'settings');
      await expect(page.getByText('Warm words')).toBeVisible();
      await steps.goTo(page, 'customers');
    });

    await test.step('it is used for several customers at once', async () => {
      await boxOf(page, ADVENTURE).check();
      const dialog = await invite(page);
      await pasteLink(dialog);
      await dialog.getByRole('combobox', { name: say('bulk.template') }).click();
      await page.getByRole('option', { name: /Warm words/u }).click();
      await correct(dialog, ADVENTURE, 'ann@adventure.example');
      await dialog.getByRole('combobox', { name: say('bulk.format.label') }).click();
      await page.getByRole('option', { name: say('bulk.format.mail-merge') }).click();
      await writeButton(dialog, 1).click();
      await expect(dialog).toContainText(say('bulk.result.done', { count: 1 }));
      const table = (await readdir(places.drafts)).find((file) => file.endsWith('.csv')) ?? '';
      expect(await readFile(join(places.drafts, table), 'utf8')).toContain(`A note to ${ADVENTURE}`);
      await dialog
        .getByRole('button', { name: say('bulk.close') })
        .last()
        .click();
    });

    await test.step('it is changed in its place', async () => {
      await steps.goTo(page, 'settings');
      await page.getByRole('button', { name: say('templateManager.edit', { name: 'Warm words' }) }).click();
      await expect(first).toHaveValue('A note to {customer}');
      await name(say('templateManager.form.name')).fill('Warmer words');
      await form.getByRole('button', { name: say('templateManager.form.save') }).click();
      await expect(page.getByText('Warmer words')).toBeVisible();
    });

    await test.step('it is exported, deleted after a question, and taken in again', async () => {
      await page.getByRole('button', { name: say('templateManager.export') }).click();
      await expect(page.getByText(say('templateManager.exported', { count: 1 }))).toBeVisible();
      await page.getByRole('button', { name: say('templateManager.remove', { name: 'Warmer words' }) }).click();
      const question = page.getByRole('alertdialog');
      await expect(question).toContainText('Warmer words');
      await question.getByRole('button', { name: say('templateManager.removeNow') }).click();
      await expect(page.getByText(say('templateManager.emptyTitle'))).toBeVisible();
      await expectAccessible(page, 'settings');
      const file = (await readdir(places.drafts)).find((one) => one.endsWith('.json')) ?? '';
      const input = page.getByLabel(say('templateManager.importFile'));
      await input.setInputFiles(join(places.drafts, file));
      await expect(page.getByText(say('templateManager.imported', { count: 1 }))).toBeVisible();
      await expect(page.getByText('Warmer words')).toBeVisible();
      await input.setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{') });
      await expect(page.getByText(/bad\.json/u)).toBeVisible();
    });
  });

  test('a host is added for this cloud, and links to it are taken until it is removed', async ({
    console: { page },
  }) => {
    await steps.goTo(page, 'settings');
    const cloud = say('linkHosts.ours', { cloud: say('terms.cloud.21vianet') });
    const ours = page.getByRole('region', { name: cloud });
    const field = ours.getByRole('textbox', { name: say('linkHosts.add') });
    await field.fill('https://portal.example.cn/');
    await field.press('Enter');
    await expect(ours).toContainText(say('linkHosts.faults.alone'));
    await field.fill('portal.office365.us');
    await field.press('Enter');
    await expect(ours).toContainText(say('linkHosts.otherCloud'));
    await field.fill('Portal.Example.cn');
    await field.press('Enter');
    await expect(ours.getByRole('listitem').last()).toHaveText('portal.example.cn');
    await expect(ours.getByRole('listitem').last()).not.toContainText(say('linkHosts.otherCloud'));

    const readsLink = async (said: string) => {
      await steps.goTo(page, 'invitations');
      await page.getByRole('button', { name: say('pipeline.handOver') }).click();
      const dialog = page.getByRole('dialog', { name: say('handOver.title') });
      await dialog.getByRole('textbox', { name: say('inviting.link') }).fill('https://portal.example.cn/invite?a=b');
      await expect(dialog).toContainText(said);
      await page.keyboard.press('Escape');
      await steps.goTo(page, 'settings');
    };
    await readsLink(say('inviting.linkFrom', { host: 'portal.example.cn' }));
    await ours.getByRole('button', { name: say('linkHosts.remove', { host: 'portal.example.cn' }) }).click();
    await expect(ours.getByText('portal.example.cn', { exact: true })).toBeHidden();
    await readsLink('leads to portal.example.cn');
  });
});

test('a long export tells how far it is, is stopped, and goes on where it was', async ({
  console: { page, places },
}, info) => {
  // Thousands of drafts, each recorded on the disk before the next: some machines take their time.
  test.setTimeout(240_000);
  const COUNT = 4000;
  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const numbers = Array.from({ length: COUNT }, (_, n) => n);
  const customers = ['Microsoft ID,Company name,Primary domain name,Relationship'].concat(
    numbers.map((n) => `${id(n)},Customer ${n},c${n}.example.cn,Cloud Reseller`),
  );
  const file = info.outputPath('Customers.csv');
  await writeFile(file, `${customers.join('\r\n')}\r\n`);
  await steps.createWorkspace(page);
  const importing = await steps.importFiles(page, [file]);
  await expect(steps.cardOf(importing, 'Customers.csv')).toContainText(say('importing.state.done'));
  await steps.closeImport(importing);
  await steps
    .customersTable(page)
    .getByRole('checkbox', { name: say('picking.all') })
    .click();

  const dialog = await invite(page);
  await pasteLink(dialog);
  const addresses = numbers.map((n) => `admin@c${n}.example.cn`).join('\n');
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'addresses.csv', mimeType: 'text/csv', buffer: Buffer.from(addresses) });
  await writeButton(dialog, COUNT).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  // Drafts come by the dozen: stopped before the first, there would be nothing to go on from.
  await expect.poll(async () => (await readdir(places.drafts).catch(() => [])).length).toBeGreaterThan(0);
  // The dialog stays as long as it has something to tell.
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: say('bulk.stop') }).click();
  await expect(dialog).toContainText(say('bulk.result.resume'));
  const [folder = ''] = await readdir(places.drafts);
  const before = (await readdir(join(places.drafts, folder))).length;
  expect(before).toBeLessThan(COUNT);

  await dialog.getByRole('button', { name: say('bulk.result.back') }).click();
  await writeButton(dialog, COUNT - before).click();
  await expect(dialog).toContainText(say('bulk.result.done', { count: COUNT - before }), { timeout: 120_000 });
  await expect(dialog).toContainText(say('bulk.result.skipped', { count: before }));
});
