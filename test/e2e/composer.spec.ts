import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const CLI = join(import.meta.dirname, '..', '..', 'out', 'cli', 'partner-console.mjs');
const RESELLER_PROFILE = join(import.meta.dirname, '..', 'fixtures', 'profiles', 'reseller-21vianet.json');
const RESELLER = '1f2a3b4c-0000-4000-8000-000000005120';
const CONTOSO = 'Contoso Inc';
const LINK = 'https://portal.partner.microsoftonline.cn/Partner/Commerce/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1#x';

const run = promisify(execFile);

/** What a provider's own console writes for one of its resellers. */
async function handOffOf(folder: string): Promise<string> {
  const workspace = join(folder, 'provider');
  const console = async (...args: string[]) =>
    (await run(process.execPath, [CLI, ...args, '--workspace', workspace, '--json'])).stdout;
  await console('init', '--profile', steps.PROFILE, '--plaintext');
  const out = join(folder, 'handed');
  await console(
    'hand-over',
    '--link',
    LINK,
    '--reseller',
    RESELLER,
    '--language',
    'zh-CN',
    '--out',
    out,
    '--plaintext',
  );
  const file = (await readdir(out)).find((name) => name.endsWith('.pchandoff'));
  return join(out, file ?? '');
}

async function openComposer(page: Page): Promise<Locator> {
  await steps.prepareInvitation(page);
  return page.getByRole('dialog', { name: say('inviting.title') });
}

async function fillIn(dialog: Locator): Promise<void> {
  await dialog.getByRole('textbox', { name: say('inviting.link') }).fill(LINK);
  await dialog.getByRole('textbox', { name: say('inviting.to') }).fill('admin@contoso.example');
}

async function draftOf(folder: string) {
  const drafts = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  expect(drafts).toHaveLength(1);
  return simpleParser(await readFile(join(folder, drafts[0] ?? '')));
}

const paragraph = (dialog: Locator, at: number) =>
  dialog.getByRole('textbox', { name: say('composer.words.paragraph', { at }) });

test.describe('a provider', () => {
  test.beforeEach(async ({ console: { page } }) => {
    await steps.createWorkspace(page);
    const importing = await steps.importFiles(page, [steps.sampleFile('csv', 'Customers.csv')]);
    await expect(steps.cardOf(importing, 'Customers.csv')).toContainText(say('importing.state.done'));
    await steps.closeImport(importing);
    await steps.openCustomer(page, CONTOSO);
  });

  test('changes the words of the mail, while its link and what must be said stay', async ({
    console: { page, places },
  }) => {
    const dialog = await openComposer(page);
    await fillIn(dialog);
    const preview = dialog.getByRole('region', { name: say('inviting.preview') });
    await expect(preview).toContainText(say('composer.locked'));

    await paragraph(dialog, 2).fill('Please ask {somebody}.');
    await expect(dialog.getByText(/\{somebody\}.*choose among/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: say('inviting.export') })).toBeDisabled();
    await expect(preview).toContainText(say('composer.stale'));

    await paragraph(dialog, 2).fill('Please ask ');
    await dialog.getByRole('button', { name: say('composer.variables.names.author'), exact: true }).click();
    await expect(paragraph(dialog, 2)).toHaveValue('Please ask {author}');
    await expect(preview).toContainText('Please ask li@wideworld.example');

    await dialog.getByRole('button', { name: say('composer.words.removeParagraph', { at: 1 }) }).click();
    await expect(preview).not.toContainText('Cloud Solution Provider');
    await expectAccessible(page, 'composer');

    await dialog.getByRole('button', { name: say('inviting.export') }).click();
    await expect(dialog).toContainText(say('inviting.exportedTitle'));
    const mail = await draftOf(places.drafts);
    expect(mail.text).toContain('Please ask li@wideworld.example');
    expect(mail.text).toContain(LINK);
    expect(mail.text).not.toContain('Cloud Solution Provider');

    await dialog.getByRole('button', { name: say('composer.after.markSent') }).click();
    const status = say('terms.invitationStatus.sent');
    await expect(dialog).toContainText(say('composer.after.marked', { status }));
    await dialog.getByRole('button', { name: say('inviting.another') }).click();
    await expect(dialog.getByText(/is still open/)).toContainText(status);
  });

  test('keeps words as a template, and finds them again for the next customer', async ({ console: { page } }) => {
    const dialog = await openComposer(page);
    await fillIn(dialog);
    await paragraph(dialog, 2).fill('In our own words.');
    await dialog.getByRole('button', { name: say('composer.words.save') }).click();
    const saving = dialog.getByRole('group', { name: say('composer.words.saveTitle') });
    await saving.getByRole('textbox', { name: say('composer.words.name') }).fill('Ours');
    await saving.getByRole('button', { name: say('composer.words.saveNow') }).click();
    const template = dialog.getByRole('combobox', { name: say('composer.words.template') });
    await expect(template).toHaveText('Ours');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const again = await openComposer(page);
    await expect(template).toHaveText(say('composer.words.builtIn'));
    await template.click();
    await again.getByRole('option', { name: 'Ours' }).click();
    await expect(paragraph(again, 2)).toHaveValue('In our own words.');
  });

  test('prints the mail alone, and copies it with its formatting', async ({ console: { page } }) => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printing', document.title);
    });
    const dialog = await openComposer(page);
    await fillIn(dialog);
    await expect(dialog.getByRole('button', { name: say('inviting.export') })).toBeEnabled();
    await dialog.getByRole('button', { name: say('composer.export.more') }).click();
    await page.getByRole('menuitem', { name: say('composer.export.rich') }).click();
    await expect(dialog).toContainText(say('composer.after.rich'));
    await dialog.getByRole('button', { name: say('composer.export.print') }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printing', /^INV-/);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.printed')).toBeVisible();
    await expect(page.locator('.printed')).toContainText(LINK);
    await expect(dialog).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await expect(dialog).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(page.locator('.printed')).toHaveCount(0);
  });
});

test('an indirect reseller on 21Vianet asks its provider, takes the invitation in, and forwards it', async ({
  console: { page, places },
}) => {
  const file = await handOffOf(dirname(places.workspace));
  await steps.createWorkspace(page, RESELLER_PROFILE);
  const importing = await steps.importFiles(page, [steps.sampleFile('csv', 'Customers.csv')]);
  await expect(steps.cardOf(importing, 'Customers.csv')).toContainText(say('importing.state.done'));
  await steps.closeImport(importing);
  await steps.openCustomer(page, CONTOSO);
  await steps.prepareInvitation(page);

  await test.step('creation is shown with the rule that closes it', async () => {
    const dialog = page.getByRole('dialog', { name: say('composer.titles.ask-provider') });
    const create = say('composer.ways.create');
    await expect(dialog.getByRole('radio', { name: create })).toBeDisabled();
    await dialog.getByRole('button', { name: say('composer.ways.whyOf', { way: create }) }).click();
    await expect(dialog.getByText(say('rules.R03.statement'))).toBeVisible();
    await dialog.getByRole('button', { name: say('composer.ways.back') }).click();
  });

  await test.step('the request is a mail to the provider', async () => {
    const dialog = page.getByRole('dialog', { name: say('composer.titles.ask-provider') });
    const to = dialog.getByRole('textbox', { name: say('composer.ask.to') });
    await to.fill('nobody');
    await dialog.getByRole('button', { name: say('composer.ask.write') }).click();
    await expect(dialog.getByText(/“nobody”, which is not a mail address/)).toBeVisible();
    await to.fill('partners@wideworld.example');
    await dialog.getByRole('button', { name: say('composer.ask.write') }).click();
    await expect(dialog).toContainText(say('composer.ask.doneTitle'));
    const mail = await draftOf(places.drafts);
    expect(mail.text).toContain(CONTOSO);
    await dialog.getByRole('radio', { name: say('composer.ways.forward') }).check();
  });

  const receiving = page.getByRole('dialog', { name: say('composer.receive.title') });
  await page.getByRole('button', { name: say('composer.received.takeIn') }).click();

  await test.step('an altered hand-off file is refused with the reason', async () => {
    const altered = join(dirname(file), 'altered.pchandoff');
    await writeFile(altered, (await readFile(file, 'utf8')).replace('msppid=0', 'msppid=1'));
    await receiving.locator('input[type="file"]').setInputFiles(altered);
    await expect(receiving).toContainText(say('composer.receive.refused', { file: 'altered.pchandoff' }));
    await expect(receiving.getByRole('button', { name: say('composer.receive.takeIn') })).toHaveCount(0);
  });

  await test.step('the true one shows what it is before it is taken in', async () => {
    await receiving.locator('input[type="file"]').setInputFiles(file);
    await expect(receiving).toContainText(say('composer.receive.firstTitle'));
    await expect(receiving).toContainText('Wide World Importers');
    await expect(receiving).toContainText(LINK);
    await expectAccessible(page, 'hand-off');
    await receiving.getByRole('button', { name: say('composer.receive.takeIn') }).click();
    await expect(receiving).toContainText(say('composer.receive.takenTitle'));
    await receiving.getByRole('button', { name: say('composer.receive.forwardTo', { name: CONTOSO }) }).click();
  });

  await test.step('and is forwarded, its link byte for byte', async () => {
    const dialog = page.getByRole('dialog', { name: say('composer.titles.forward') });
    await dialog.getByRole('textbox', { name: say('inviting.to') }).fill('admin@contoso.example');
    await dialog.getByRole('button', { name: say('inviting.export') }).click();
    await expect(dialog).toContainText(say('inviting.exportedTitle'));
    await dialog.getByRole('button', { name: say('composer.after.markForwarded') }).click();
    const status = say('terms.invitationStatus.forwarded');
    await expect(dialog).toContainText(say('composer.after.marked', { status }));
    const drafts = await readdir(places.drafts);
    const mails = await Promise.all(
      drafts
        .filter((name) => name.endsWith('.eml'))
        .map(async (name) => simpleParser(await readFile(join(places.drafts, name)))),
    );
    expect(mails.some(({ text }) => text?.includes(LINK))).toBe(true);
  });
});

test('a hand-off file dropped on the window is looked at, not imported', async ({ console: { page, places } }) => {
  const file = await handOffOf(dirname(places.workspace));
  await steps.createWorkspace(page, RESELLER_PROFILE);
  const text = await readFile(file, 'utf8');
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'x.handoff.json'));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  const dialog = page.getByRole('dialog', { name: say('composer.receive.title') });
  await expect(dialog).toContainText(say('composer.receive.firstTitle'));
});
