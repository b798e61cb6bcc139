import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

test.use({ sample: true });

const rulesTable = (page: Page): Locator => page.getByRole('grid', { name: say('ruleBrowser.title') });
const rowOf = (page: Page, rule: string): Locator => rulesTable(page).getByRole('row').filter({ hasText: rule });
const pane = (page: Page): Locator => page.getByRole('region', { name: say('ruleBrowser.pane'), exact: true });

async function openRules(page: Page): Promise<void> {
  await steps.goTo(page, 'rules');
  await expect(rowOf(page, 'R00')).toBeVisible();
}

/** Picks from one of the menus that filter the rules. */
async function narrowBy(page: Page, menu: 'cloud' | 'program' | 'role' | 'action', choice: string): Promise<void> {
  const filters = page.getByRole('group', { name: say('ruleBrowser.filter.label') });
  await filters.getByRole('button', { name: new RegExp(`^${say(`ruleBrowser.filter.${menu}`)}:`) }).click();
  await page.getByRole('menuitemradio', { name: choice }).first().click();
}

test('a rule is found, read, and followed to the customers it decides for', async ({ console: { page } }) => {
  await openRules(page);

  await test.step('only our cloud’s rules stand there at first', async () => {
    await expect(rulesTable(page)).toHaveAttribute('aria-rowcount', '30');
    await narrowBy(page, 'cloud', say('ruleBrowser.filter.bothClouds'));
    await expect(rulesTable(page)).toHaveAttribute('aria-rowcount', '33');
  });

  await test.step('program, role and action narrow them, and are cleared at once', async () => {
    await narrowBy(page, 'action', say('terms.actions.delegation.request'));
    await narrowBy(page, 'program', say('terms.programs.indirect-reseller'));
    await narrowBy(page, 'role', say('terms.staffRoles.sales-agent'));
    await expect(rowOf(page, 'R30')).toBeVisible();
    await expect(rowOf(page, 'R12')).toBeHidden();
    await page.getByRole('button', { name: say('ruleBrowser.filter.clear') }).click();
    await expect(rulesTable(page)).toHaveAttribute('aria-rowcount', '30');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('the search takes words, sources and full-width letters', async () => {
    const search = page.getByRole('searchbox', { name: say('ruleBrowser.search.label') });
    await search.fill('ｏｎｅ DAP per service');
    await expect(rulesTable(page)).toHaveAttribute('aria-rowcount', '2');
    await rowOf(page, 'R13').click();
    await expect(pane(page)).toContainText(say('rules.R13.statement'));
    await expect(pane(page)).toContainText(say('rules.R13.note'));
    await expect(
      pane(page).getByRole('button', { name: /^Request a relationship with a customer/u }),
    ).toHaveAccessibleDescription(/request-a-relationship-with-a-customer/u);
    await search.fill('');
  });

  await test.step('its customers are as many as it says', async () => {
    const number = await rowOf(page, 'R13').getByRole('gridcell').last().innerText();
    expect(Number(number)).toBeGreaterThan(0);
    await pane(page)
      .getByRole('button', { name: say('ruleBrowser.deciding.show') })
      .click();
    await expect(steps.customersTable(page)).toHaveAttribute('aria-rowcount', String(Number(number) + 1));
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('the narrowed list says so, and lets go of it', async () => {
    const label = say('ruleBrowser.decidedBy.label', { rule: 'R13' });
    const main = page.getByRole('main');
    const narrowed = await steps.customersTable(page).getAttribute('aria-rowcount');
    const clear = say('ruleBrowser.decidedBy.clear');
    await expectAccessible(page, 'customers of a rule');

    await main.getByRole('button', { name: label, exact: true }).click();
    await expect(pane(page)).toContainText(say('rules.R13.statement'));
    await expect(pane(page)).toBeFocused();
    await steps.goTo(page, 'customers');
    await expect(steps.customersTable(page)).toHaveAttribute('aria-rowcount', narrowed ?? '');

    await main.getByRole('button', { name: say('window.list.clearFilter', { filter: label, clear }) }).click();
    await expect(steps.customersTable(page)).not.toHaveAttribute('aria-rowcount', narrowed ?? '');
    await expect(main).toBeFocused();
  });

  await test.step('the rule is still open on the way back', async () => {
    await steps.goTo(page, 'rules');
    await expect(pane(page)).toContainText(say('rules.R13.statement'));
  });
});

test('a rule says what it says, and not that a fact may be missing', async ({ console: { page } }) => {
  await openRules(page);
  await narrowBy(page, 'cloud', say('ruleBrowser.filter.bothClouds'));
  const [allow, deny, unknown] = (['allow', 'deny', 'unknown'] as const).map((one) => say(`ruleBrowser.says.${one}`));
  await rowOf(page, 'R11').click();
  const lead = say('ruleBrowser.says.lead');
  await expect(pane(page).locator('header')).toContainText(`${lead}${allow}${deny}`);
  await expect(pane(page).locator('header')).not.toContainText(unknown ?? '');
  await rowOf(page, 'R21').click();
  await expect(pane(page).locator('header')).toContainText(`${lead}${unknown}`);
});

test('what narrows the rules is found again, but not what was searched for', async ({ console: { page } }) => {
  await openRules(page);
  await narrowBy(page, 'program', say('terms.programs.advisor'));
  await page.getByRole('searchbox', { name: say('ruleBrowser.search.label') }).fill('R28');
  await expect(rulesTable(page)).toHaveAttribute('aria-rowcount', '2');
  await page.reload();
  await expect(rowOf(page, 'R28')).toBeVisible();
  await expect(rowOf(page, 'R31')).toBeHidden();
  await expect(rowOf(page, 'R13')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: say('ruleBrowser.search.label') })).toHaveValue('');
});

test('a rule that decides in a dossier opens in the browser, whatever was searched there', async ({
  console: { page },
}) => {
  await openRules(page);
  await narrowBy(page, 'role', say('terms.staffRoles.sales-agent'));
  await page.getByRole('searchbox', { name: say('ruleBrowser.search.label') }).fill('nowhere');
  await steps.goTo(page, 'customers');
  await steps.customersTable(page).getByRole('row').nth(3).click();
  const dossier = page.getByRole('region', { name: say('window.list.dossier') });
  await dossier.getByRole('tabpanel').getByRole('table').getByRole('button', { expanded: false }).first().click();
  const answers = dossier.getByRole('region', { name: say('dossier.answers.title'), exact: true });
  await answers
    .getByRole('button', { expanded: false })
    .filter({ hasText: say('terms.actions.subscription.upgrade') })
    .click();
  await answers
    .getByRole('button', { name: say('explain.rules.open', { rule: 'R15' }) })
    .first()
    .click();
  await expect(pane(page)).toContainText(say('rules.R15.statement'));
  await expect(pane(page)).toBeFocused();
  await expect(rowOf(page, 'R15')).toHaveAttribute('aria-selected', 'true');
  // It concerns a sales agent too: that part of the filter hid nothing, and stays.
  await expect(rowOf(page, 'R11')).toBeHidden();
});

test('the staff matrix is read as a table', async ({ console: { page } }) => {
  await openRules(page);
  await rowOf(page, 'R08').click();
  const matrix = pane(page).getByRole('table');
  await expect(matrix.getByRole('columnheader', { name: say('terms.staffRoles.billing-admin') })).toBeVisible();
  const bill = matrix.getByRole('row', { name: say('terms.actions.subscription.view-bill') }).getByRole('cell');
  const yes = say('terms.outcome.allow');
  const no = say('terms.outcome.deny');
  await expect(bill).toHaveText([yes, no, no, yes, yes, no]);
});

test('a rule of the other cloud is not lost to the filter', async ({ console: { page } }) => {
  await openRules(page);
  await page.getByRole('searchbox', { name: say('ruleBrowser.search.label') }).fill('R30');
  await expect(page.getByText(say('ruleBrowser.nothing.elsewhere', { count: 1 }))).toBeVisible();
  await page.getByRole('button', { name: say('ruleBrowser.nothing.bothClouds') }).click();
  await rowOf(page, 'R30').click();
  const cloud = say('terms.cloud.global');
  await expect(pane(page)).toContainText(say('ruleBrowser.deciding.otherCloud', { cloud }));
});

test('rules are gone through, opened and closed by keyboard alone', async ({ console: { page } }) => {
  await openRules(page);
  await page.keyboard.press('F6');
  await expect(rowOf(page, 'R00')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pane(page)).toContainText(say('rules.R01.statement'));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(pane(page)).toContainText(say('rules.R31.statement'));
  await page.keyboard.press('F6');
  await expect(pane(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pane(page)).toBeHidden();
  await expect(rowOf(page, 'R31')).toBeFocused();
});

test('the rule browser is accessible', async ({ console: { page } }) => {
  await openRules(page);
  await expectAccessible(page, 'rules');
  await rowOf(page, 'R08').click();
  await expect(pane(page).getByRole('table')).toBeVisible();
  await expectAccessible(page, 'the rule of the staff matrix');
  await rowOf(page, 'R13').click();
  await expectAccessible(page, 'a rule with a note');
  await page.getByRole('searchbox', { name: say('ruleBrowser.search.label') }).fill('nowhere');
  await expect(page.getByText(say('ruleBrowser.nothing.title'))).toBeVisible();
  await expectAccessible(page, 'no rule found');
});
