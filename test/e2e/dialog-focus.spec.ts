import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const CONTOSO = 'Contoso Inc';
const LINK = 'https://portal.partner.microsoftonline.cn/Partner/Commerce/Reseller.aspx?msppid=0';

test('the invitation dialog keeps the focus through an export, and gives it back at Escape', async ({
  console: { page },
}) => {
  await steps.createWorkspace(page);
  const importing = await steps.importFiles(page, [steps.sampleFile('csv', 'Customers.csv')]);
  await expect(steps.cardOf(importing, 'Customers.csv')).toContainText(say('importing.state.done'));
  await steps.closeImport(importing);
  await steps.openCustomer(page, CONTOSO);
  await steps.prepareInvitation(page);
  const dialog = page.getByRole('dialog', { name: say('inviting.title') });
  const link = dialog.getByRole('textbox', { name: say('inviting.link') });
  await link.fill(LINK);
  await dialog.getByRole('textbox', { name: say('inviting.to') }).fill('admin@contoso.example');
  const exporting = dialog.getByRole('button', { name: say('inviting.export') });
  await expect(exporting).toBeEnabled();
  await exporting.press('Enter');
  await expect(dialog.getByRole('button', { name: say('inviting.open') })).toBeFocused();
  await dialog.getByRole('button', { name: say('inviting.another') }).press('Enter');
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: say('dossier.header.prepareInvitation') }).first()).toBeFocused();
});

test('import asks for the customer whose dossier it was opened from, and keeps the focus when answered', async ({
  console: { page },
}) => {
  await steps.createWorkspace(page);
  const first = await steps.importFiles(page, [steps.sampleFile('csv', 'Customers.csv')]);
  await expect(steps.cardOf(first, 'Customers.csv')).toContainText(say('importing.state.done'));
  await first.getByRole('button', { name: say('importing.clear') }).click();
  await steps.closeImport(first);
  await steps.openCustomer(page, CONTOSO);
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: say('dossier.subscriptions.emptyAction') })
    .click();
  const dialog = page.getByRole('dialog', { name: say('importing.title') });
  await dialog.locator('input[type="file"]').setInputFiles(steps.sampleFile('csv', 'Subscriptions.csv'));
  const card = steps.cardOf(dialog, 'Subscriptions.csv');
  await expect(card.getByRole('combobox', { name: say('importing.ask.customer') })).toHaveValue(CONTOSO);
  await card.getByRole('button', { name: say('importing.ask.again') }).press('Enter');
  await expect(card).toContainText(say('importing.state.done'));
  await expect(card).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
