import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

test.describe('in an empty folder', () => {
  test('the welcome screen is accessible, also with its faults shown', async ({ console: { page } }) => {
    await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
    await expectAccessible(page, 'welcome');
    await page.getByRole('button', { name: say('window.welcome.create') }).click();
    await expect(page.getByText(say('window.welcome.fault.required')).first()).toBeVisible();
    await expectAccessible(page, 'welcome with faults');
  });

  test('empty lists and the import dialog are accessible', async ({ console: { page } }) => {
    await steps.createWorkspace(page);
    await expect(page.getByText(say('window.customers.emptyTitle'))).toBeVisible();
    await expectAccessible(page, 'no customers yet');
    const dialog = await steps.importFiles(page, [
      steps.sampleFile('csv', 'Customers.csv'),
      steps.sampleFile('partner-center', 'error.json'),
      steps.sampleFile('csv', 'Subscriptions.csv'),
    ]);
    await expect(steps.cardOf(dialog, 'Subscriptions.csv')).toContainText(say('importing.state.asking'));
    await expectAccessible(page, 'import dialog');
  });
});

test.describe('in the sample workspace', () => {
  test.use({ sample: true });

  test('the lists and the settings are accessible', async ({ console: { page } }) => {
    await expect(steps.customersTable(page).getByRole('row').nth(3)).toBeVisible();
    await expectAccessible(page, 'customers');
    await steps.goTo(page, 'subscriptions');
    await expect(page.getByRole('grid', { name: say('window.subscriptions.title') })).toBeVisible();
    await expectAccessible(page, 'subscriptions');
    await steps.goTo(page, 'settings');
    await expect(page.getByRole('heading', { name: say('window.settings.title') })).toBeVisible();
    await expectAccessible(page, 'settings');
  });

  test('every part of a dossier is accessible', async ({ console: { page } }) => {
    await steps.customersTable(page).getByRole('row').nth(3).click();
    const tabs = page.getByRole('tablist', { name: say('dossier.tabs.label') });
    for (const name of ['subscriptions', 'customer', 'delegations', 'invitations', 'whatIf', 'history'] as const) {
      const tab = tabs.getByRole('tab', { name: say(`dossier.tabs.${name}`) });
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expectAccessible(page, `dossier, ${name}`);
    }
  });

  test('an explained answer and the invitation dialog are accessible', async ({ console: { page } }) => {
    await steps.customersTable(page).getByRole('row').nth(3).click();
    const dossier = page.getByRole('region', { name: say('window.list.dossier') });
    await dossier.getByRole('tabpanel').getByRole('table').getByRole('button', { expanded: false }).first().click();
    const answers = dossier.getByRole('region', { name: say('dossier.answers.title'), exact: true });
    await answers.getByRole('button', { expanded: false }).first().click();
    await expect(answers.getByText(say('dossier.explanation.decidedBy')).first()).toBeVisible();
    await expectAccessible(page, 'an explained answer');
    await steps.prepareInvitation(page);
    await expect(page.getByRole('dialog', { name: say('inviting.title') })).toBeVisible();
    await expectAccessible(page, 'invitation dialog');
  });
});
