import { filesThatTell } from './disk.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

// A real keychain, GNOME Keyring; only the desktop host has one.
test.use({ keychain: true });

const CUSTOMERS = 8;

test('a workspace is sealed with a key that the system keeps, and opens by itself', async ({ console }) => {
  const { places } = console;
  const protect = console.page.getByRole('radio', {
    name: say('records.protect.keychain', { name: 'Secret Service' }),
  });
  await expect(protect).toBeChecked();
  await console.page.locator('input[type="file"]').setInputFiles(steps.PROFILE);
  await console.page.getByRole('button', { name: say('window.welcome.create') }).click();
  const dialog = await steps.importFiles(console.page, [steps.sampleFile('csv', 'Customers.csv')]);
  await expect(steps.cardOf(dialog, 'Customers.csv')).toContainText(say('importing.state.done'));
  await steps.closeImport(dialog);
  expect(await filesThatTell(places.workspace, ['Contoso Inc', '52eaad04-13a2-4a2f-9ce8-93a294fadf36'])).toEqual([]);

  await console.restart();
  await expect(steps.customersTable(console.page).locator('tbody').getByRole('row')).toHaveCount(CUSTOMERS);
  await steps.goTo(console.page, 'settings');
  await expect(console.page.getByText(say('records.protection.keychain'))).toBeVisible();
});
