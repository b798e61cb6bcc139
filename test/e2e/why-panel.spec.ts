import type { Locator, Page } from '@playwright/test';
import { MESSAGES } from '#shared/locales/index.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

test.use({ sample: true });

/** Ours to sell, DAP off, and no GDAP. */
const WITHOUT_ACCESS = '海天智远网络有限公司';
/** Bought from 21Vianet directly, and nobody asked whether DAP is on. */
const UNKNOWN_ACCESS = '青岛远洋物流集团';

/** Opens the answer to a question about a customer's first subscription, and gives what it says. */
async function why(page: Page, customer: string, action: string): Promise<Locator> {
  // The list shows as many rows as there is room for.
  await page.getByRole('searchbox', { name: say('window.search.label') }).fill(customer);
  await steps.openCustomer(page, customer);
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('table').getByRole('button', { expanded: false }).first().click();
  const answers = panel.getByRole('region', { name: say('dossier.answers.title'), exact: true });
  await answers
    .getByRole('button', { name: new RegExp(action) })
    .first()
    .click();
  return answers;
}

const linkOf = (answers: Locator, link: Parameters<typeof named>[0]) =>
  answers
    .getByRole('list', { name: say('explain.chain') })
    .getByRole('listitem')
    .filter({ hasText: named(link) });
const named = (link: 'staff-role' | 'delegation' | 'group') => say(`explain.links.${link}`);

test('a "no" names the link at which the chain breaks, what was seen there, and by which rule', async ({
  console: { page },
}) => {
  const answers = await why(page, WITHOUT_ACCESS, say('terms.actions.subscription.provision'));
  const reason = say('explain.headline.and', {
    before: say('explain.headline.no.dapOff'),
    last: say('explain.headline.no.gdapNone'),
  });
  await expect(answers).toContainText(say('explain.headline.deny', { why: reason }));
  await expect(answers).toContainText(say('explain.verdict.broken', { count: 1, links: named('delegation') }));
  await expect(answers).toContainText(say('rules.R11.statement'));
  await expect(linkOf(answers, 'staff-role')).toContainText(say('explain.fromProfile'));
  const delegation = linkOf(answers, 'delegation').first();
  await expect(delegation).toContainText(say('explain.seen.dapOff'));
  await expect(delegation).toContainText(say('terms.sources.partnerCenter'));
  await expect(linkOf(answers, 'group')).toContainText(say('explain.states.unreached'));
  await expect(answers).toContainText('Oct 29, 2018');
  // The page it rests on is a link, and the address can be copied.
  await expect(answers.getByRole('button', { name: 'Multichannel (21Vianet)', exact: true }).first()).toBeVisible();
  const copy = say('dossier.copy.address', { title: 'Multichannel (21Vianet)' });
  await expect(answers.getByRole('button', { name: copy }).first()).toBeVisible();

  await answers
    .getByRole('button', { name: say('explain.rules.open', { rule: 'R11' }) })
    .first()
    .click();
  await expect(page.getByText(say('rules.R11.statement')).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: say('ruleBrowser.title') })).toBeVisible();
});

test('what would change a "no" can be supposed from there', async ({ console: { page } }) => {
  const answers = await why(page, WITHOUT_ACCESS, say('terms.actions.subscription.provision'));
  await expect(answers.getByRole('button', { name: say('explain.ways.prepareInvitation') })).toBeVisible();
  await answers.getByRole('button', { name: say('explain.ways.suppose') }).click();
  const tab = page.getByRole('tab', { name: say('dossier.tabs.whatIf') });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab).toBeFocused();
  const supposed = page.getByRole('tabpanel').getByRole('button', {
    name: new RegExp(say('terms.actions.subscription.provision')),
  });
  await supposed.first().click();
  await expect(page.getByRole('tabpanel')).toContainText(say('rules.R11.statement'));
  // The chain is told as supposed; of what is on record nothing is told, and nobody is asked.
  await expect(page.getByRole('tabpanel')).toContainText(say('explain.verdict.holds'));
  await expect(page.getByRole('tabpanel')).not.toContainText(say('explain.seen.dapOff'));
});

test('what was bought directly has no transacting partner: the customer is asked, in its own language', async ({
  console: { page },
}) => {
  const answers = await why(page, UNKNOWN_ACCESS, say('terms.actions.subscription.add-seats'));
  await expect(answers).toContainText(say('explain.headline.deny', { why: say('explain.headline.no.sold.direct') }));
  await expect(answers).toContainText(say('explain.seen.noPartner.direct'));
  await expect(answers).not.toContainText(say('terms.remedyBy.transacting-partner'));
  await expect(answers).toContainText(say('explain.ways.by', { who: say('explain.ways.customerOrVendor') }));
  await answers.getByText(say('explain.ways.whatItSays')).click();
  const language = answers.getByRole('combobox', { name: say('explain.requests.language') });
  await expect(language).toHaveValue('zh-CN');
  const text = answers.getByText(UNKNOWN_ACCESS);
  await expect(text).toContainText(MESSAGES['zh-CN'].terms.actions.subscription['add-seats']);
  await language.selectOption('en');
  await expect(text).toContainText(say('terms.actions.subscription.add-seats'));
  const request = await text.innerText();
  expect(request).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/u);

  await answers.getByRole('button', { name: say('explain.requests.to.customer') }).click();
  await expect(answers.getByRole('button', { name: say('dossier.copy.done') })).toBeVisible();
});

test('an answer that cannot be told says what would tell it, and takes one to the import', async ({
  console: { page },
}) => {
  const answers = await why(page, UNKNOWN_ACCESS, say('terms.actions.subscription.provision'));
  await expect(answers).toContainText(say('explain.headline.unknown', { why: say('explain.headline.open.dap') }));
  await expect(answers).toContainText(say('explain.verdict.unknown', { count: 1, links: named('delegation') }));
  await expect(linkOf(answers, 'delegation').first()).toContainText(say('explain.seen.dapUnknown'));
  await expect(answers).toContainText('allowDelegatedAccess');
  await answers.getByRole('button', { name: say('explain.ways.import') }).click();
  await expect(page.getByRole('dialog', { name: say('importing.title') })).toBeVisible();
});
