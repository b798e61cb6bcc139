import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

test('a file of no known kind is refused in one sentence, and nothing is recorded', async ({ console: { page } }) => {
  await steps.createWorkspace(page);
  const dialog = await steps.openImport(page);
  const file = 'holidays.csv';
  const buffer = Buffer.from('Day,Name\r\n2026-10-01,国庆节\r\n');
  await dialog.locator('input[type="file"]').setInputFiles({ name: file, mimeType: 'text/csv', buffer });
  const card = steps.cardOf(dialog, file);
  await expect(card).toContainText(say('importing.state.refused'));
  await expect(card.getByRole('alert')).toContainText(file);
  await expect(card.getByRole('alert')).toContainText('Day');
  await steps.closeImport(dialog);
  await expect(page.getByText(say('window.customers.emptyTitle'))).toBeVisible();
});

test('a file that was cut off is refused with its line, and nothing is recorded', async ({ console: { page } }) => {
  await steps.createWorkspace(page);
  const dialog = await steps.openImport(page);
  const file = 'Customers.csv';
  const buffer = Buffer.from(
    'Microsoft ID,Company name,Primary domain name,Relationship\r\n' +
      '52eaad04-13a2-4a2f-9ce8-93a294fadf36,Contoso Inc,contoso.example,Cloud Reseller\r\n' +
      '4b827261-d21f-4aa9-b7db-7fa1f56fb163,"Contoso subsi',
  );
  await dialog.locator('input[type="file"]').setInputFiles({ name: file, mimeType: 'text/csv', buffer });
  await expect(steps.cardOf(dialog, file).getByRole('alert')).toHaveText(
    say('problems.import.quotes', { file, line: 3 }),
  );
  await steps.closeImport(dialog);
  await expect(page.getByText(say('window.customers.emptyTitle'))).toBeVisible();
});

test('a link to an unknown host is refused in one sentence, and nothing is written', async ({ console }) => {
  const { page, places } = console;
  await steps.createWorkspace(page);
  const dialog = await steps.importFiles(page, [steps.sampleFile('csv', 'Customers.csv')]);
  await expect(steps.cardOf(dialog, 'Customers.csv')).toContainText(say('importing.state.done'));
  await steps.closeImport(dialog);
  await steps.openCustomer(page, 'Contoso Inc');
  await steps.prepareInvitation(page);
  const inviting = page.getByRole('dialog', { name: say('inviting.title') });
  await inviting.getByRole('textbox', { name: say('inviting.link') }).fill('https://portal.evil.example/invite');
  await inviting.getByRole('textbox', { name: say('inviting.to') }).fill('admin@contoso.example');
  await expect(inviting.getByText('portal.evil.example', { exact: false }).first()).toBeVisible();
  const exporting = inviting.getByRole('button', { name: say('inviting.export') });
  await expect(exporting).toBeDisabled();
  await inviting
    .getByRole('button', { name: say('inviting.close') })
    .first()
    .click();
  const written = existsSync(places.drafts) ? await readdir(places.drafts) : [];
  expect(written).toEqual([]);
  await page.getByRole('tab', { name: say('dossier.tabs.invitations') }).click();
  await expect(page.getByRole('tabpanel')).toContainText(say('dossier.invitations.emptyTitle'));
});
