import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

test.use({ sample: true });

test('a dossier is opened, read and left by keyboard alone', async ({ console: { page } }) => {
  const rows = steps.customersTable(page).locator('tbody').getByRole('row');
  const dossier = page.getByRole('region', { name: say('window.list.dossier') });
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dossier.getByRole('tablist')).toBeVisible();
  await page.keyboard.press('F6');
  await expect(dossier.getByRole('tab', { name: say('dossier.tabs.subscriptions') })).toBeFocused();
  await page.keyboard.press('F6');
  const navigation = page.getByRole('navigation', { name: say('window.navigation.label') });
  await expect(navigation.getByRole('button', { name: say('window.navigation.customers') })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Escape');
  await expect(dossier).toBeHidden();
  await expect(rows.nth(1)).toBeFocused();
});

test('a search that finds nothing is cleared by what is set', async ({ console: { page } }) => {
  const search = page.getByRole('searchbox', { name: say('window.search.label') });
  await search.fill('nowhere');
  await page
    .getByRole('main')
    .getByRole('button', { name: say('window.nothingFound.clearSearch') })
    .press('Enter');
  await expect(search).toHaveValue('');
  await expect(steps.customersTable(page)).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});
