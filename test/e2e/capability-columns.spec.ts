import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const HUASHENG = '华盛联创（北京）科技有限公司';
const MENU = say('capabilities.filter.button');
const MENU_PART = '[role="menu"]';
const PROVISION = say('capabilities.short.subscription.provision');

const subscriptions = (page: Page): Locator => page.getByRole('grid', { name: say('window.subscriptions.title') });
const rowsOf = (page: Page): Locator => subscriptions(page).locator('tbody').getByRole('row');
const columnOf = (page: Page, name: string): Locator =>
  subscriptions(page).getByRole('columnheader', { name, exact: true });
const menuButton = (page: Page): Locator => page.getByRole('button', { name: MENU });
const chip = (page: Page, filter: string): Locator =>
  page.getByRole('button', {
    name: say('window.list.clearFilter', { filter, clear: say('capabilities.filter.clear') }),
  });

/** The cells of one column, in the rows given. */
async function cellsOf(page: Page, column: string, rows = rowsOf(page)): Promise<Locator> {
  await expect(columnOf(page, column)).toBeVisible();
  const names = await subscriptions(page).getByRole('columnheader').allTextContents();
  return rows.locator(`td:nth-child(${names.indexOf(column) + 1})`);
}

const dossier = (page: Page): Locator => page.getByRole('region', { name: say('window.list.dossier') });
const answerOf = (page: Page, action: string): Locator =>
  dossier(page)
    .getByRole('region', { name: say('dossier.answers.title'), exact: true })
    .getByRole('button', { name: action });

/** The dossier shows the answer to an action, opened, and no other. */
async function expectOpenAnswer(page: Page, action: string): Promise<void> {
  await expect(answerOf(page, action)).toHaveAttribute('aria-expanded', 'true');
  await expect(answerOf(page, action)).toBeInViewport();
}

/** Chooses an action and an answer to it from the menu in the list's head. */
async function narrow(page: Page, action: string, answer: string): Promise<void> {
  await menuButton(page).click();
  await page.getByRole('menuitem', { name: action }).click();
  await page.getByRole('menuitemradio', { name: answer, exact: false }).click();
}

test.describe('in the sample workspace', () => {
  test.use({ sample: true });

  test('the list answers what we may do, each answer with its rule', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    await expect(columnOf(page, PROVISION)).toBeVisible();
    await expect(columnOf(page, say('capabilities.short.subscription.support'))).toBeVisible();
    const [allow, deny] = (['allow', 'deny'] as const).map((outcome) =>
      say('capabilities.cell', { answer: say(`terms.outcome.${outcome}`), rule: 'R11', name: say('rules.R11.name') }),
    );
    await expect(
      subscriptions(page)
        .getByTitle(allow ?? '')
        .first(),
    ).toBeVisible();
    await expect(
      subscriptions(page)
        .getByTitle(deny ?? '')
        .first(),
    ).toBeVisible();
  });

  test('columns of answers are chosen in a menu, and stay chosen', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    const upgrade = say('capabilities.short.subscription.upgrade');
    const support = say('capabilities.short.subscription.support');
    await page.getByRole('button', { name: say('capabilities.columns.button') }).click();
    await page.getByRole('menuitemcheckbox', { name: say('terms.actions.subscription.upgrade') }).click();
    await page.getByRole('menuitemcheckbox', { name: say('terms.actions.subscription.support') }).press('Enter');
    await page.keyboard.press('Escape');
    const chosen = async () => {
      await expect(columnOf(page, upgrade)).toBeVisible();
      await expect(columnOf(page, support)).toBeHidden();
      await expect((await cellsOf(page, upgrade)).first()).toHaveAttribute('title', /R15/);
    };
    await chosen();
    await page.reload();
    await chosen();
  });

  test('the list is narrowed by an answer, and its channels are counted with it', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    const all = say('window.navigation.allChannels');
    await expect(steps.facet(page, all, 44)).toBeVisible();
    await menuButton(page).click();
    await page.getByRole('menuitem', { name: say('terms.actions.subscription.provision') }).click();
    const answers = page.getByRole('menuitemradio');
    await expect(answers.nth(1)).toContainText(/\d/);
    const counts = (await answers.allTextContents()).map((text) => Number(/\d+$/.exec(text)?.[0]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(44);

    await answers.filter({ hasText: say('capabilities.filter.answers.deny') }).click();
    await expect(steps.facet(page, all, counts[1] ?? 0)).toBeVisible();
    await expect(rowsOf(page)).toHaveCount(counts[1] ?? 0);
    for (const cell of await (await cellsOf(page, PROVISION)).all()) {
      await expect(cell).toHaveText(say('terms.outcome.deny'));
    }

    await chip(page, say('capabilities.filter.set.deny', { action: PROVISION })).click();
    await expect(steps.facet(page, all, 44)).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('an action that narrows the list stands as a column for that long, after a new start too', async ({
    console: { page },
  }) => {
    await steps.goTo(page, 'subscriptions');
    const renew = say('capabilities.short.subscription.renew');
    await narrow(page, say('terms.actions.subscription.renew'), say('capabilities.filter.answers.deny'));
    const narrowed = chip(page, say('capabilities.filter.set.deny', { action: renew }));
    await expect(columnOf(page, renew)).toBeVisible();
    await expect((await cellsOf(page, renew)).first()).toHaveText(say('terms.outcome.deny'));
    await page.reload();
    await expect(narrowed).toBeVisible();
    await expect(columnOf(page, renew)).toBeVisible();
    await narrowed.click();
    await expect(columnOf(page, renew)).toBeHidden();
    await expect(columnOf(page, PROVISION)).toBeVisible();
  });

  test('an answer opens in its dossier by a click, its row by any other', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    const why = say('capabilities.why', {
      action: say('terms.actions.subscription.support'),
      answer: say('terms.outcome.deny'),
    });
    await rowsOf(page).getByRole('button', { name: why }).first().click();
    await expectOpenAnswer(page, say('terms.actions.subscription.support'));
    await expect(subscriptions(page).locator('tr:focus')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(dossier(page)).toBeHidden();
    await rowsOf(page).nth(1).getByRole('gridcell').first().click();
    await expect(answerOf(page, say('terms.actions.subscription.support'))).toHaveAttribute('aria-expanded', 'false');
  });

  test('an answer is reached and opened by keyboard alone', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    const cell = (row: number, action: string) => rowsOf(page).nth(row).locator(`[data-cell="subscription.${action}"]`);
    await rowsOf(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(cell(0, 'provision')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(cell(1, 'support')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(rowsOf(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(rowsOf(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expectOpenAnswer(page, say('terms.actions.subscription.provision'));
  });

  test('the list is narrowed by keyboard alone, and the customers are not narrowed with it', async ({
    console: { page },
  }) => {
    await steps.goTo(page, 'subscriptions');
    await menuButton(page).press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitemradio').first()).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const filter = say('capabilities.filter.set.unknown', { action: say('capabilities.short.subscription.support') });
    await expect(chip(page, filter)).toBeVisible();
    await expect(menuButton(page)).toBeFocused();
    await expect(menuButton(page)).toHaveAccessibleName(say('capabilities.filter.buttonSet', { filter }));
    await steps.goTo(page, 'customers');
    await expect(chip(page, filter)).toBeHidden();
    await expect(steps.facet(page, say('window.navigation.allChannels'), 30)).toBeVisible();
  });

  test('where an answer leaves nothing, that is said and cleared', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    await narrow(page, say('terms.actions.subscription.provision'), say('capabilities.filter.answers.deny'));
    await page.getByRole('searchbox', { name: say('window.search.label') }).fill('Azure');
    const filter = say('capabilities.filter.set.deny', { action: PROVISION });
    const main = page.getByRole('main');
    await expect(main).toContainText(say('window.nothingFound.title'));
    await expect(main).toContainText(say('window.nothingFound.quoted', { filter }));
    await main.getByRole('button', { name: say('window.nothingFound.clearAll') }).press('Enter');
    await expect(chip(page, filter)).toBeHidden();
    await expect(steps.facet(page, say('window.navigation.allChannels'), 44)).toBeVisible();
  });

  test('the columns, the menus and a set filter are accessible', async ({ console: { page } }) => {
    await steps.goTo(page, 'subscriptions');
    await narrow(page, say('terms.actions.subscription.provision'), say('capabilities.filter.answers.deny'));
    await expectAccessible(page, 'a filter by answer');
    await menuButton(page).click();
    await page.getByRole('menuitem', { name: say('terms.actions.subscription.renew') }).click();
    await expect(page.getByRole('menuitemradio').first()).toContainText(/\d/);
    await expectAccessible(page, 'the answers to an action', MENU_PART);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: say('capabilities.columns.button') }).click();
    await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
    await expectAccessible(page, 'the choice of columns', MENU_PART);
  });
});

/** A GDAP relationship of the customer with us, as Graph lists it. */
const relationshipUntil = (endDateTime: string) => ({
  name: 'relationships.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      '@odata.context': 'https://graph.microsoft.com/v1.0/tenantRelationships/$metadata#delegatedAdminRelationships',
      value: [
        {
          '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
          id: '0d9f2b0e-56f7-4c3c-9d55-1f6f0f5f0001-8777b240-c6f0-4469-9e98-a3205431b836',
          displayName: 'Short-lived',
          duration: 'P30D',
          customer: { tenantId: 'b44bb1fb-c595-45b0-9e09-d657365580bf', displayName: HUASHENG },
          accessDetails: { unifiedRoles: [{ roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10' }] },
          status: 'active',
          autoExtendDuration: 'PT0S',
          createdDateTime: '2026-01-01T00:00:00Z',
          lastModifiedDateTime: '2026-01-01T00:00:00Z',
          activatedDateTime: '2026-01-01T00:00:00Z',
          endDateTime,
        },
      ],
    }),
  ),
});

test('an answer changes by itself when the clock passes the end of a delegation', async ({ console: { page } }) => {
  const profile = test.info().outputPath('profile.json');
  const staff = {
    id: 'li@wideworld.example',
    roles: ['admin-agent'],
    groups: ['227a2f44-2682-4831-a021-f8d69a34bcba'],
  };
  await writeFile(profile, JSON.stringify({ ...JSON.parse(await readFile(steps.PROFILE, 'utf8')), staff }));
  await steps.createWorkspace(page, profile);

  const dialog = await steps.importFiles(page, [
    steps.sampleFile('csv', 'Customers.csv'),
    steps.sampleFile('csv', 'reconciliation-license.gb18030.csv'),
  ]);
  const file = dialog.locator('input[type="file"]');
  await expect(steps.cardOf(dialog, 'reconciliation-license.gb18030.csv')).toContainText(say('importing.state.done'));
  await file.setInputFiles(relationshipUntil('2099-01-01T00:00:00Z'));
  await expect(steps.cardOf(dialog, 'relationships.json')).toContainText(say('importing.state.done'));
  await file.setInputFiles(steps.sampleFile('graph', 'accessAssignments.json'));
  const asking = steps.cardOf(dialog, 'accessAssignments.json');
  await asking.getByRole('combobox', { name: say('importing.ask.customer') }).fill(HUASHENG);
  await asking.getByRole('option', { name: HUASHENG }).click();
  await asking.getByRole('combobox', { name: say('importing.ask.relationship') }).click();
  await asking.getByRole('option').click();
  await asking.getByRole('button', { name: say('importing.ask.againRelationship') }).click();
  await expect(asking).toContainText(say('importing.state.done'));
  await steps.closeImport(dialog);

  await steps.goTo(page, 'subscriptions');
  const provision = await cellsOf(page, PROVISION, rowsOf(page).filter({ hasText: HUASHENG }));
  await expect(provision.first()).toHaveText(say('terms.outcome.allow'));

  // From here on nobody touches the list: only the clock goes on.
  const again = await steps.openImport(page);
  await again
    .locator('input[type="file"]')
    .setInputFiles(relationshipUntil(new Date(Date.now() + 10_000).toISOString()));
  await expect(steps.cardOf(again, 'relationships.json').last()).toContainText(say('importing.state.done'));
  await steps.closeImport(again);
  await expect(provision.first()).not.toHaveText(say('terms.outcome.allow'), { timeout: 30_000 });
});
