import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const NORTHWIND = 'Northwind Traders Shanghai';
const KAPADOKYA = 'Kapadokya Turizm Otelcilik A.Ş.';
const CONTOSO = 'Contoso Manufacturing (China) Co., Ltd.';

test.use({ sample: true });

const list = (page: Page): Locator => page.getByRole('grid', { name: say('pipeline.title') });
const lineOf = (page: Page, customer: string): Locator => list(page).getByRole('row').filter({ hasText: customer });
const status = (name: 'drafted' | 'exported' | 'sent' | 'forwarded' | 'accepted') =>
  say(`terms.invitationStatus.${name}`);
const said = (page: Page, words: string): Locator => page.getByRole('status').filter({ hasText: words });
const column = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: say('pipeline.board.label') }).getByRole('region', { name });
const cardOf = (place: Locator, customer: string): Locator =>
  place.getByRole('article', { name: customer }).getByRole('button', { name: customer, exact: true });

async function openList(page: Page): Promise<void> {
  await steps.goTo(page, 'invitations');
  await expect(lineOf(page, NORTHWIND)).toBeVisible();
}

async function openBoard(page: Page): Promise<void> {
  await openList(page);
  await page.getByRole('button', { name: say('pipeline.layout.board') }).click();
  await expect(cardOf(column(page, status('exported')), NORTHWIND)).toBeVisible();
}

async function chooseFrom(page: Page, line: Locator, item: string): Promise<void> {
  await line.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('an exported draft is marked as sent, and that is undone', async ({ console: { page } }) => {
  await openList(page);
  const line = lineOf(page, NORTHWIND);
  await expect(line).toContainText(say('pipeline.nudge.mark'));
  await chooseFrom(page, line, say('pipeline.actions.mark.sent'));
  await expect(said(page, say('pipeline.said.marked.sent'))).toContainText(NORTHWIND);
  await expect(line).toContainText(status('sent'));
  await expect(line).not.toContainText(say('pipeline.nudge.mark'));
  await page.getByRole('button', { name: say('pipeline.said.undo'), exact: true }).click();
  await expect(said(page, say('pipeline.said.undone', { status: status('exported') }))).toBeVisible();
  await expect(line).toContainText(status('exported'));
});

test('those that need a nudge, or one status, are listed by themselves, and search goes over them', async ({
  console: { page },
}) => {
  await openList(page);
  const all = await list(page).getByRole('row').count();
  await page.getByRole('button', { name: say('pipeline.filter.nudge', { count: 2 }) }).click();
  await expect(list(page).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: say('pipeline.filter.clear') }).click();
  await expect(list(page).getByRole('row')).toHaveCount(all);
  await page
    .getByRole('button', { name: say('pipeline.filter.statusSet', { status: say('pipeline.filter.all') }) })
    .click();
  await page.getByRole('menuitemradio', { name: status('forwarded') }).click();
  await expect(list(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: say('pipeline.search.label') }).fill('nowhere');
  await expect(page.getByText(say('pipeline.nothing.title'))).toBeVisible();
  await page.getByRole('button', { name: say('pipeline.nothing.clear') }).click();
  await expect(list(page).getByRole('row')).toHaveCount(all);
});

test('a line opens the dossier at its invitation, which tells every step', async ({ console: { page } }) => {
  await openList(page);
  await lineOf(page, KAPADOKYA)
    .filter({ hasText: say('terms.invitationStatus.superseded') })
    .click();
  const panel = page.getByRole('tabpanel');
  const cards = panel.getByRole('article');
  await expect(cards).toHaveCount(2);
  const old = cards.filter({ hasText: say('pipeline.detail.supersededBy') });
  await expect(old.getByRole('region', { name: say('pipeline.detail.steps') }).getByRole('listitem')).toHaveCount(3);
  const successor = old.getByRole('button', { name: /^INV-/ });
  const reference = await successor.innerText();
  await successor.click();
  await expect(cards.filter({ has: page.getByText(reference, { exact: true }) }).last()).toBeInViewport();
});

test('an acceptance says by which evidence', async ({ console: { page } }) => {
  await openList(page);
  await lineOf(page, CONTOSO).click();
  const card = page.getByRole('tabpanel').getByRole('article');
  await expect(card).toContainText(say('pipeline.detail.byConsole'));
  await expect(card).toContainText(say('terms.sources.graph'));
});

test('in the dossier a nudge offers what helps', async ({ console: { page } }) => {
  await openList(page);
  await lineOf(page, NORTHWIND).click();
  const card = page.getByRole('tabpanel').getByRole('article');
  await expect(card).toContainText(say('pipeline.nudge.exported', { days: 5 }));
  await card.getByRole('button', { name: say('pipeline.actions.mark.sent') }).click();
  await expect(card.getByRole('region', { name: say('pipeline.detail.steps') })).toContainText(status('sent'));
  await expect(card).toBeFocused();
});

test('an invitation is sent again in another language, and takes the place of the first', async ({
  console: { page },
}) => {
  await openList(page);
  await lineOf(page, NORTHWIND).getByRole('button').last().click();
  // By key: a menu beside a menu opens and closes with where the pointer was a moment ago.
  await page.getByRole('menuitem', { name: say('pipeline.actions.resend') }).press('ArrowRight');
  const language = say('terms.languages.zh-TW');
  await page.getByRole('menuitemradio', { name: language }).press('Enter');
  await expect(said(page, NORTHWIND)).toContainText(language);
  await expect(lineOf(page, NORTHWIND)).toHaveCount(2);
  await expect(lineOf(page, NORTHWIND).filter({ hasText: status('exported') })).toHaveCount(1);
  await lineOf(page, NORTHWIND)
    .filter({ hasText: say('terms.invitationStatus.superseded') })
    .click();
  await expect(page.getByRole('tabpanel').getByRole('article').first()).toContainText(language);
});

test('invitations are gone through and marked by keyboard alone', async ({ console: { page } }) => {
  await openList(page);
  await page.keyboard.press('F6');
  const line = lineOf(page, NORTHWIND);
  await page.keyboard.press('ArrowDown');
  await expect(line).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: say('pipeline.actions.mark.sent') })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(line).toBeFocused();
  await page.keyboard.press('s');
  await expect(line).toContainText(status('sent'));
  await page.keyboard.press('Control+z');
  await expect(line).toContainText(status('exported'));
});

test('a card goes from column to column by keyboard and by menu', async ({ console: { page } }) => {
  await openBoard(page);
  const [exported, sent, ended] = [status('exported'), status('sent'), say('pipeline.board.ended')];
  await cardOf(column(page, exported), NORTHWIND).focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(cardOf(column(page, sent), NORTHWIND)).toBeFocused();
  await page.keyboard.press('Control+ArrowLeft');
  await expect(cardOf(column(page, exported), NORTHWIND)).toBeFocused();
  await chooseFrom(
    page,
    column(page, exported).getByRole('article', { name: NORTHWIND }),
    say('pipeline.actions.mark.withdrawn'),
  );
  await expect(cardOf(column(page, ended), NORTHWIND)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cardOf(column(page, exported), NORTHWIND)).toBeVisible();
});

test('a card is dragged to another column', async ({ console: { page } }) => {
  await openBoard(page);
  const sent = column(page, status('sent'));
  await column(page, status('exported')).getByRole('article', { name: NORTHWIND }).dragTo(sent);
  await expect(cardOf(sent, NORTHWIND)).toBeVisible();
});

test('the board is still a board when the window is opened again', async ({ console: { page } }) => {
  await openBoard(page);
  await page.reload();
  await expect(cardOf(column(page, status('exported')), NORTHWIND)).toBeVisible();
});

test('the invitations are accessible', async ({ console: { page } }) => {
  await openList(page);
  await expectAccessible(page, 'the list of invitations');
  await lineOf(page, NORTHWIND).click();
  await expect(page.getByRole('tabpanel').getByRole('article')).toBeVisible();
  await expectAccessible(page, 'the invitations of a customer');
  await page.getByRole('button', { name: say('pipeline.layout.board') }).click();
  await expect(cardOf(column(page, status('exported')), NORTHWIND)).toBeVisible();
  await expectAccessible(page, 'the board');
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'the menu of an invitation', '[role="menu"]');
  await page.getByRole('menuitem', { name: say('pipeline.actions.mark.sent') }).click();
  await expect(said(page, say('pipeline.said.marked.sent'))).toBeVisible();
  await expectAccessible(page, 'what was just done');
});

test.describe('in a new workspace', () => {
  test.use({ sample: false });
  test('the life of an invitation is told, and where one begins', async ({ console: { page } }) => {
    await steps.createWorkspace(page);
    await steps.goTo(page, 'invitations');
    await expect(page.getByRole('heading', { name: say('pipeline.empty.title') })).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(5);
    await expectAccessible(page, 'no invitations');
    await page.getByRole('button', { name: say('pipeline.empty.noCustomers') }).click();
    await expect(page.getByRole('dialog', { name: say('importing.title') })).toBeVisible();
  });
});
