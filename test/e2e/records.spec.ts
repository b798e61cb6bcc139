import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { documentOf, fileOf } from '#electron/records/storage.ts';
import { contentsOf, filesIn, filesThatTell } from './disk.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const PASSPHRASE = 'four words in a row';
const PARTNER = 'Wide World Importers';
const CONTOSO = { id: '52eaad04-13a2-4a2f-9ce8-93a294fadf36', name: 'Contoso Inc' };
const HUASHENG = { id: 'b44bb1fb-c595-45b0-9e09-d657365580bf', name: '华盛联创（北京）科技有限公司' };
/** How many customers the file has. */
const CUSTOMERS = 8;
const TAG = 'renewal 2027';

const rows = (page: Page): Locator => steps.customersTable(page).locator('tbody').getByRole('row');
const logOf = (page: Page): Locator => page.getByRole('grid', { name: say('records.audit.title') });
const notices = (page: Page): Locator => page.getByRole('region', { name: say('records.notices') });

async function importCustomers(page: Page): Promise<void> {
  const dialog = await steps.importFiles(page, [steps.sampleFile('csv', 'Customers.csv')]);
  await expect(steps.cardOf(dialog, 'Customers.csv')).toContainText(say('importing.state.done'));
  await steps.closeImport(dialog);
  await expect(rows(page)).toHaveCount(CUSTOMERS);
}

/** The path of the document that a customer's dossier lies in. */
const documentWith = (workspace: string, { id }: { readonly id: string }): string =>
  join(workspace, ...fileOf(documentOf(id)).split('/'));

async function tag(page: Page, customer: string, word: string): Promise<void> {
  await steps.openCustomer(page, customer);
  const tags = page.getByRole('region', { name: say('tags.label') });
  await tags.getByRole('button', { name: say('tags.add') }).click();
  const form = page.getByRole('dialog', { name: say('tags.add') });
  await form.getByRole('combobox', { name: say('tags.field') }).fill(word);
  await form.getByRole('button', { name: say('tags.addNow'), exact: true }).click();
  await expect(tags).toContainText(word);
}

/** Checks everything in the settings; all of it must be in order. */
async function verify(page: Page, dossiers: number): Promise<void> {
  await steps.goTo(page, 'settings');
  await page.getByRole('button', { name: say('records.verify.verify') }).click();
  const [documents, entries] = [987, 789];
  const good = say('records.verify.good', { documents, dossiers, entries });
  await expect(page.getByText(new RegExp(good.replace('987', '\\d+').replace('789', '\\d+'), 'u'))).toBeVisible();
}

test('without a keychain the choice is a passphrase or the clear, and somebody has to make it', async ({
  console: { page },
}) => {
  await expect(page.getByText(say('records.protect.noKeychain'))).toBeVisible();
  const choice = page.getByRole('radiogroup', { name: say('records.protect.title') });
  await expect(choice.getByRole('radio')).toHaveCount(2);
  await expect(choice.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.locator('input[type="file"]').setInputFiles(steps.PROFILE);
  await page.getByRole('button', { name: say('window.welcome.create') }).click();
  await expect(page.getByText(say('records.protect.fault'))).toBeVisible();
  await choice.getByRole('radio', { name: say('records.protect.none') }).check();
  await expect(page.getByText(say('records.protect.noneWarning'))).toBeVisible();
  await choice.getByRole('radio', { name: say('records.protect.passphrase') }).check();
  await steps.passphraseField(page, say('records.passphrase.label')).fill('short');
  await page.getByRole('button', { name: say('window.welcome.create') }).click();
  await expect(page.getByText(say('records.passphrase.faults.short'))).toBeVisible();
  await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
});

test('with a passphrase nothing can be read from the disk, and each start asks for it', async ({ console }) => {
  const { places } = console;
  await steps.createWorkspace(console.page, steps.PROFILE, PASSPHRASE);
  await importCustomers(console.page);
  await tag(console.page, CONTOSO.name, TAG);
  await console.restart();

  const { page } = console;
  const secrets = [CONTOSO.name, CONTOSO.id, HUASHENG.name, 'onmschina', TAG, PARTNER, 'li@wideworld.example'];
  expect((await filesIn(places.workspace)).length).toBeGreaterThan(5);
  expect(await filesThatTell(places.workspace, [...secrets, PASSPHRASE])).toEqual([]);

  await expect(page.getByRole('heading', { name: say('records.locked.title') })).toBeVisible();
  const field = steps.passphraseField(page, say('records.passphrase.label'));
  const open = page.getByRole('button', { name: say('records.locked.open'), exact: true });
  await expect(field).toBeFocused();
  await open.click();
  await expect(page.getByText(say('records.passphrase.faults.required'))).toBeVisible();
  await field.fill(`${PASSPHRASE}s`);
  await open.click();
  await expect(page.getByText(say('problems.passphraseWrong', { folder: places.workspace }))).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await field.fill(PASSPHRASE);
  await field.press('Enter');
  await expect(rows(page)).toHaveCount(CUSTOMERS);
  await verify(page, CUSTOMERS);
});

test('whoever has lost the passphrase erases the workspace, by the name of its folder, and begins anew', async ({
  console,
}) => {
  const { places } = console;
  await steps.createWorkspace(console.page, steps.PROFILE, PASSPHRASE);
  await importCustomers(console.page);
  await console.restart();

  const { page } = console;
  const erase = page.getByRole('button', { name: say('records.erase.open') });
  await erase.click();
  const form = page.getByRole('form', { name: say('records.erase.title') });
  await expect(form).toContainText(places.workspace);
  await form.getByRole('button', { name: say('records.erase.cancel') }).click();
  await expect(steps.passphraseField(page, say('records.passphrase.label'))).toBeFocused();
  await erase.click();
  const name = form.getByRole('textbox', { name: say('records.eraseUnopened.field') });
  const forGood = form.getByRole('button', { name: say('records.erase.erase') });
  await expect(name).toBeFocused();
  await name.fill('some other folder');
  await forGood.click();
  await expect(form).toContainText(say('records.erase.fault'));
  await name.fill(basename(places.workspace));
  await forGood.click();
  await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
  expect(await filesIn(places.workspace)).toEqual(['lock.json']);
});

test('a damaged document costs its own customers, and the version before brings them back', async ({ console }) => {
  const { places } = console;
  await steps.createWorkspace(console.page, steps.PROFILE, PASSPHRASE);
  await importCustomers(console.page);
  for (const { name } of [CONTOSO, HUASHENG]) await tag(console.page, name, TAG);

  // The one loses its beginning, the other is altered in its last byte: only reading it tells.
  const beheaded = documentWith(places.workspace, HUASHENG);
  const altered = documentWith(places.workspace, CONTOSO);
  await writeFile(beheaded, (await readFile(beheaded)).fill(0, 0, 100));
  const bytes = await readFile(altered);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(altered, bytes);
  await console.restart();
  const { page } = console;
  await steps.passphraseField(page, say('records.passphrase.label')).fill(PASSPHRASE);
  await page.getByRole('button', { name: say('records.locked.open'), exact: true }).click();

  await test.step('what can be told at the start is told, and the rest when it is read', async () => {
    await expect(notices(page)).toContainText(say('records.damage.banner', { documents: 1, customers: 1 }));
    await expect(rows(page)).toHaveCount(CUSTOMERS - 1);
    await expect(rows(page).filter({ hasText: HUASHENG.name })).toHaveCount(0);
    await rows(page).filter({ hasText: CONTOSO.name }).click();
    await expect(notices(page)).toContainText(say('records.damage.banner', { documents: 2, customers: 2 }));
  });

  const dialog = page.getByRole('dialog', { name: say('records.damage.title') });
  await test.step('each document says whose it is, and what the version before holds', async () => {
    await notices(page)
      .getByRole('button', { name: say('records.damage.show') })
      .click();
    await expect(dialog.getByRole('article')).toHaveCount(2);
    for (const { id, name } of [CONTOSO, HUASHENG]) {
      const item = dialog.getByRole('article', { name: fileOf(documentOf(id)) });
      await expect(item).toContainText(say('records.damage.customers', { count: 1, names: name }));
      await item.getByRole('button', { name: say('records.damage.usePrevious') }).click();
      await expect(item).toContainText(say('records.damage.confirmPrevious'));
      await item.getByRole('button', { name: say('records.damage.confirm'), exact: true }).click();
      await expect(item).toBeHidden();
    }
    await expect(dialog).toContainText(say('records.damage.none'));
    await dialog
      .getByRole('button', { name: say('records.damage.close') })
      .last()
      .click();
  });

  await test.step('everything is there again but what was saved last', async () => {
    await expect(notices(page)).toBeHidden();
    await expect(rows(page)).toHaveCount(CUSTOMERS);
    expect(await readdir(join(places.workspace, 'quarantine'))).toHaveLength(2);
    await steps.openCustomer(page, HUASHENG.name);
    await expect(page.getByRole('region', { name: say('tags.label') })).not.toContainText(TAG);
    await tag(page, HUASHENG.name, TAG);
    await verify(page, CUSTOMERS);
  });
});

test('a backup brings everything back after the workspace was erased, in another protection', async ({ console }) => {
  const { page, places } = console;
  await steps.createWorkspace(page);
  await importCustomers(page);
  await tag(page, CONTOSO.name, TAG);
  const inTheClear = await filesThatTell(places.workspace, [CONTOSO.name, HUASHENG.name]);
  expect(inTheClear).toContain(fileOf(documentOf(CONTOSO.id)));

  await test.step('back up', async () => {
    await steps.goTo(page, 'settings');
    await page.getByRole('button', { name: say('records.backup.open') }).click();
    const form = page.getByRole('form', { name: say('records.backup.title') });
    await steps.choosePassphrase(form, PASSPHRASE);
    await form.getByRole('button', { name: say('records.backup.back') }).click();
    const [made] = say('records.backup.done', { size: '|' }).split('|');
    await expect(page.getByText(made ?? '')).toBeVisible();
    await expect(logOf(page)).toContainText(say('records.audit.acts.backup-made'));
    const backups = await readdir(places.backups);
    expect(backups).toEqual([expect.stringMatching(/\.pcbackup$/u)]);
    expect(await filesThatTell(places.backups, [CONTOSO.name, HUASHENG.name, CONTOSO.id])).toEqual([]);
  });

  await test.step('erase, once the name was typed', async () => {
    await page.getByRole('button', { name: say('records.erase.open') }).click();
    const form = page.getByRole('form', { name: say('records.erase.title') });
    const name = form.getByRole('textbox', { name: say('records.erase.field') });
    const erase = form.getByRole('button', { name: say('records.erase.erase') });
    await name.fill('Wide World');
    await erase.click();
    await expect(form).toContainText(say('records.erase.fault'));
    expect(existsSync(join(places.workspace, 'key.json'))).toBe(true);
    await name.fill(PARTNER);
    await erase.click();
    await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
    // The console still runs, and says so there.
    expect(await filesIn(places.workspace)).toEqual(['lock.json']);
    expect(await filesThatTell(places.workspace, [CONTOSO.name, HUASHENG.name])).toEqual([]);
  });

  await test.step('restore, encrypted this time', async () => {
    await page.getByRole('button', { name: say('records.restore.link') }).click();
    const dialog = page.getByRole('dialog', { name: say('records.restore.title') });
    const passphrase = steps.passphraseField(dialog, say('records.restore.passphraseLabel'));
    const restore = dialog.getByRole('button', { name: say('records.restore.restore'), exact: true });
    await steps.protect(dialog, `${PASSPHRASE} of mine`);
    await passphrase.fill(`${PASSPHRASE}s`);
    await restore.click();
    const [before] = say('problems.backupPassphraseWrong', { file: '|' }).split('|');
    await expect(dialog.getByText(before ?? '')).toBeVisible();
    expect(await filesThatTell(places.workspace, [CONTOSO.name])).toEqual([]);
    await passphrase.fill(PASSPHRASE);
    await restore.click();
    await expect(rows(page)).toHaveCount(CUSTOMERS);
    await steps.openCustomer(page, CONTOSO.name);
    await expect(page.getByRole('region', { name: say('tags.label') })).toContainText(TAG);
    expect(await filesThatTell(places.workspace, [CONTOSO.name, HUASHENG.name, TAG, PARTNER])).toEqual([]);
  });

  await test.step('the audit log goes on from where it was', async () => {
    await verify(page, CUSTOMERS);
    await expect(page.getByText(say('records.protection.passphrase'), { exact: true })).toBeVisible();
    const log = logOf(page);
    await expect(log.locator('tbody').getByRole('row').first()).toContainText(say('records.audit.acts.restored'));
    for (const act of ['workspace-created', 'imported', 'tags-changed'] as const) {
      await expect(log).toContainText(say(`records.audit.acts.${act}`));
    }
  });

  await test.step('and it opens with the new passphrase', async () => {
    await console.restart();
    await steps.passphraseField(console.page, say('records.passphrase.label')).fill(`${PASSPHRASE} of mine`);
    await console.page.getByRole('button', { name: say('records.locked.open'), exact: true }).click();
    await expect(rows(console.page)).toHaveCount(CUSTOMERS);
  });
});

test('records of a newer version can be looked at, and nothing is changed', async ({ console }) => {
  const { places } = console;
  await steps.createWorkspace(console.page);
  await importCustomers(console.page);
  const newer = documentWith(places.workspace, HUASHENG);
  await writeFile(newer, (await readFile(newer, 'utf8')).replace('"version":2', '"version":3'));
  const before = await contentsOf(join(places.workspace, 'dossiers'));
  await console.restart();
  const { page } = console;
  const reason = say('problems.workspaceNewer', { file: newer, version: 3 });
  await expect(notices(page)).toContainText(say('records.readOnly', { reason }));
  await steps.openCustomer(page, CONTOSO.name);
  await expect(page.getByRole('button', { name: say('tags.add') })).toBeHidden();
  const importing = page.getByRole('banner').getByRole('button', { name: say('window.title.import') });
  await expect(importing).toBeDisabled();
  await expect(importing).toHaveAttribute('title', reason);

  await steps.goTo(page, 'settings');
  await expect(logOf(page)).toBeVisible();
  await expect(page.getByText(say('records.protection.none'))).toBeVisible();
  await console.restart();
  await expect(notices(console.page)).toContainText(say('records.readOnly', { reason }));
  expect(await contentsOf(join(places.workspace, 'dossiers'))).toEqual(before);
});

test.describe('in the sample', () => {
  test.use({ sample: true });

  const shown = (page: Page, count: number): Locator =>
    page.getByRole('status').getByText(say('window.list.resultCustomers', { count }), { exact: true });

  /** Narrows the list by a value, and gives how many customers the menu said have it. */
  async function filterBy(page: Page, filter: 'tag' | 'access' | 'reseller', value: string): Promise<number> {
    await page.getByRole('button', { name: new RegExp(`^${say('filters.button')}`, 'u') }).click();
    // By keyboard: a menu beside a menu follows the mouse in moods of its own.
    await page.getByRole('menuitem', { name: say(`filters.names.${filter}`) }).press('ArrowRight');
    const item = page.getByRole('menuitemradio', { name: value });
    const count = Number(/(\d+)$/u.exec(await item.innerText())?.[1]);
    await item.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    return count;
  }

  const clear = (page: Page): Promise<void> => page.getByRole('button', { name: say('filters.clear') }).click();

  test('customers are tagged, one or many, and the list is narrowed by tag, access and reseller', async ({
    console: { page },
  }) => {
    await expect(rows(page).first()).toBeVisible();
    const all = await steps.customersTable(page).getAttribute('aria-rowcount');
    const many = ['Adventure Works Cycling', 'Alpenblick Hotelbetriebe', 'Contoso Manufacturing (China) Co., Ltd.'];
    const [adventure = '', alpenblick = '', contoso = ''] = many;
    await tag(page, contoso, TAG);
    await page.getByRole('tabpanel').press('Escape');

    for (const name of many) {
      await steps
        .customersTable(page)
        .getByRole('checkbox', { name: say('picking.pick', { name }) })
        .check();
    }
    await page.getByRole('button', { name: say('tags.bulk') }).click();
    const form = page.getByRole('dialog', { name: say('tags.bulkTitle', { count: 3 }) });
    await form.getByRole('combobox', { name: say('tags.field') }).fill('renewal');
    await form.getByRole('option', { name: TAG, exact: true }).click();
    await form.getByRole('button', { name: say('tags.addNow'), exact: true }).click();
    await expect(form).toContainText(say('tags.tagged', { count: 2, tag: TAG }));
    await page.keyboard.press('Escape');

    expect(await filterBy(page, 'tag', TAG)).toBe(3);
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).filter({ hasText: adventure })).toHaveCount(1);
    await clear(page);

    await steps.openCustomer(page, alpenblick);
    await page.getByRole('button', { name: say('tags.remove', { tag: TAG }) }).click();
    await expect(page.getByRole('button', { name: say('tags.remove', { tag: TAG }) })).toBeHidden();
    await page.getByRole('tabpanel').press('Escape');
    expect(await filterBy(page, 'tag', TAG)).toBe(2);
    await expect(rows(page)).toHaveCount(2);
    await clear(page);

    const without = await filterBy(page, 'access', say('filters.access.none'));
    expect(without).toBeGreaterThan(0);
    await expect(shown(page, without)).toBeVisible();
    await clear(page);
    const ofReseller = await filterBy(page, 'reseller', '昆仑云分销 Kunlun Cloud');
    expect(ofReseller).toBeGreaterThan(0);
    await expect(rows(page)).toHaveCount(ofReseller);
    await clear(page);
    await expect(shown(page, Number(all) - 1)).toBeVisible();
  });
});
