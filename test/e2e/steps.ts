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

/** First start: the profile is read from a file, looked over, and the workspace made from it. */
export async function createWorkspace(page: Page, profile = PROFILE): Promise<void> {
  await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(profile);
  await page.getByRole('button', { name: say('window.welcome.create') }).click();
  await expect(page.getByRole('navigation', { name: say('window.navigation.label') })).toBeVisible();
}

/** Goes to a page by the navigation on the left. */
export async function goTo(
  page: Page,
  to: 'customers' | 'subscriptions' | 'invitations' | 'rules' | 'settings',
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
