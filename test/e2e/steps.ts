import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { say } from './words.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

export const PROFILE = profileFile('provider-21vianet.json');

export function profileFile(name: string): string {
  return join(FIXTURES, 'profiles', name);
}

export function sampleFile(...path: string[]): string {
  return join(FIXTURES, 'samples', ...path);
}

/**
 * First start: the profile is read from a file, looked over, and the workspace made from it; in the clear, or encrypted
 * with a passphrase.
 */
export async function createWorkspace(page: Page, profile = PROFILE, passphrase?: string): Promise<void> {
  await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(profile);
  await protect(page, passphrase);
  await page.getByRole('button', { name: say('window.welcome.create') }).click();
  await expect(page.getByRole('navigation', { name: say('window.navigation.label') })).toBeVisible();
}

/** Chooses how the records of a new workspace are kept. */
export async function protect(within: Page | Locator, passphrase?: string): Promise<void> {
  const choice = passphrase === undefined ? 'none' : 'passphrase';
  await within.getByRole('radio', { name: say(`records.protect.${choice}`) }).check();
  if (passphrase !== undefined) await choosePassphrase(within, passphrase);
}

/** Types a new passphrase, twice. */
export async function choosePassphrase(within: Page | Locator, passphrase: string): Promise<void> {
  await passphraseField(within, say('records.passphrase.label')).fill(passphrase);
  await passphraseField(within, say('records.passphrase.again')).fill(passphrase);
}

/** A field for a passphrase; what is typed in it is hidden, so it has no role. A sign for "required" may follow its label. */
export function passphraseField(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}\\W*$`, 'u'));
}

/** Goes to a page by the navigation on the left. */
export async function goTo(
  page: Page,
  to: 'customers' | 'subscriptions' | 'invitations' | 'sync' | 'rules' | 'settings',
): Promise<void> {
  const navigation = page.getByRole('navigation', { name: say('window.navigation.label') });
  await navigation.getByRole('button', { name: say(`window.navigation.${to}`), exact: true }).click();
}

export async function openImport(page: Page): Promise<Locator> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: say('window.title.import') })
    .click();
  return page.getByRole('dialog', { name: say('importing.title') });
}

/** Opens the import dialog and hands it files. */
export async function importFiles(page: Page, files: readonly string[]): Promise<Locator> {
  const dialog = await openImport(page);
  await dialog.locator('input[type="file"]').setInputFiles([...files]);
  return dialog;
}

/** The account of one file in the import dialog. */
export function cardOf(dialog: Locator, file: string): Locator {
  return dialog.getByRole('article', { name: file, exact: true });
}

/** Answers the question whose facts a file holds. */
export async function nameCustomer(card: Locator, customer: string): Promise<void> {
  await card.getByRole('combobox', { name: say('importing.ask.customer') }).fill(customer);
  await card.getByRole('option', { name: customer }).click();
  await card.getByRole('button', { name: say('importing.ask.again') }).click();
}

export async function closeImport(dialog: Locator): Promise<void> {
  await dialog
    .getByRole('button', { name: say('importing.close') })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}

export function customersTable(page: Page): Locator {
  return page.getByRole('grid', { name: say('window.customers.title') });
}

/** Opens a customer from the list. */
export async function openCustomer(page: Page, name: string): Promise<void> {
  await customersTable(page).getByRole('row').filter({ hasText: name }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** Opens the invitation dialog by the button in the dossier's head; an explanation may offer another. */
export async function prepareInvitation(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: say('dossier.header.prepareInvitation') })
    .first()
    .click();
}

/** A channel beside the list, with its count. */
export function facet(page: Page, channel: string, count: number): Locator {
  return page.getByRole('button', { name: say('window.navigation.channelCount', { channel, count }), exact: true });
}
