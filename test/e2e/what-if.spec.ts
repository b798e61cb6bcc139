import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const CONTOSO = 'Contoso Manufacturing (China) Co., Ltd.';
const QIANHAI = '深圳前海新能源科技有限公司';
const PROVISION = say('terms.actions.subscription.provision');

test.use({ sample: true });

async function openWhatIf(page: Page, customer: string): Promise<void> {
  await steps.openCustomer(page, customer);
  await page.getByRole('tab', { name: say('dossier.tabs.whatIf') }).click();
  await expect(page.getByText(say('whatIf.result.emptyTitle'))).toBeVisible();
}

/** Chooses from the menu of what may be supposed; an entry may tell a date beside its words. */
async function choose(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: say('whatIf.suppose') }).click();
  await page.getByRole('menuitem', { name: words }).click();
}

const supposed = (page: Page, words: string): Locator =>
  page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: words });

/** The first answer to a question that would change, and how. */
const turned = (
  page: Page,
  question: string,
  before: 'allow' | 'deny' | 'unknown',
  after: 'allow' | 'deny' | 'unknown',
) =>
  page
    .getByRole('region', { name: say('whatIf.result.title') })
    .getByRole('button', { name: question })
    .filter({
      hasText: say('whatIf.result.turns', {
        before: say(`terms.outcome.${before}`),
        after: say(`terms.outcome.${after}`),
      }),
    })
    .first();

/** Every file of the workspace by what it holds, save the lock, which tells of who runs. */
async function records(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/lock/u.test(entry.name));
  const read = files.map(async ({ name, parentPath }) => {
    const path = join(parentPath, name);
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

test('let delegations end and see what is lost, with nothing recorded', async ({ console }) => {
  const { page, places } = console;
  await openWhatIf(page, CONTOSO);
  const before = await records(places.workspace);
  expect(Object.keys(before).length).toBeGreaterThan(1);

  await test.step('while DAP stands, the end of the GDAP takes nothing away', async () => {
    await choose(page, say('whatIf.changes.end', { name: 'Kunlun contoso 0' }));
    await expect(supposed(page, say('whatIf.changes.end', { name: 'Kunlun contoso 0' }))).toBeVisible();
    await expect(page.getByText(say('whatIf.result.unchanged', { count: 49 }))).toBeVisible();
    await expect(turned(page, PROVISION, 'allow', 'deny')).toBeHidden();
  });

  await test.step('without both, provisioning turns from yes to no, and says why', async () => {
    await choose(page, say('whatIf.changes.endDap'));
    const answer = turned(page, PROVISION, 'allow', 'deny');
    await expect(answer).toContainText('R11');
    await answer.click();
    await expect(page.getByText(say('rules.R11.statement')).first()).toBeVisible();
  });

  await test.step('the records say what they said', async () => {
    await page.getByRole('tab', { name: say('dossier.tabs.delegations') }).click();
    await expect(page.getByText(say('dossier.delegations.dapOn'))).toBeVisible();
    await expect(page.getByRole('article', { name: 'Kunlun contoso 0' })).toContainText(
      say('terms.delegationStatus.active'),
    );
    await page.getByRole('tab', { name: say('dossier.tabs.subscriptions') }).click();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Office 365 E3' }).click();
    const answers = page.getByRole('region', { name: say('dossier.answers.title'), exact: true });
    await expect(answers.getByRole('button', { name: PROVISION })).toContainText(say('terms.outcome.allow'));
    expect(await records(places.workspace)).toEqual(before);
  });

  await test.step('what was supposed is still there, and can be taken back', async () => {
    await page.getByRole('tab', { name: say('dossier.tabs.whatIf') }).click();
    await page.getByRole('button', { name: say('whatIf.remove', { what: say('whatIf.changes.endDap') }) }).click();
    await expect(supposed(page, say('whatIf.changes.endDap'))).toBeHidden();
    await expect(turned(page, PROVISION, 'allow', 'deny')).toBeHidden();
    await page.getByRole('button', { name: say('whatIf.startOver') }).click();
    await expect(page.getByText(say('whatIf.result.emptyTitle'))).toBeVisible();
  });
});

test('move the clock past the end of a delegation, for this customer only', async ({ console: { page } }) => {
  await page.getByRole('searchbox', { name: say('window.search.label') }).fill('qianhai');
  await openWhatIf(page, QIANHAI);
  await choose(page, say('whatIf.changes.endDap'));
  await expect(turned(page, PROVISION, 'allow', 'deny')).toBeHidden();
  await choose(page, say('whatIf.offers.dayAfterEnd', { name: 'Kunlun qianhai 0' }));
  await expect(turned(page, PROVISION, 'allow', 'deny')).toContainText('R11');
  await page.getByRole('searchbox', { name: say('window.search.label') }).fill('contoso');
  await steps.openCustomer(page, CONTOSO);
  await page.getByRole('tab', { name: say('dossier.tabs.whatIf') }).click();
  await expect(page.getByText(say('whatIf.result.emptyTitle'))).toBeVisible();
});

test('what is supposed stays with its customer until somebody starts over', async ({ console: { page } }) => {
  const tab = page.getByRole('tab', { name: say('dossier.tabs.whatIf') });
  const counted = new RegExp(`^${say('dossier.tabs.whatIf')} ?2$`, 'u');
  await openWhatIf(page, CONTOSO);
  await choose(page, say('whatIf.changes.endDap'));
  await choose(page, say('whatIf.offers.inDays', { days: 30 }));
  await expect(tab).toHaveAccessibleName(counted);
  await tab.press('Escape');
  await expect(tab).toBeHidden();

  await steps.openCustomer(page, CONTOSO);
  await expect(tab).toHaveAccessibleName(counted);
  await tab.click();
  await expect(supposed(page, say('whatIf.changes.endDap'))).toBeVisible();
  await page.getByRole('button', { name: say('whatIf.startOver') }).click();
  await expect(tab).toHaveAccessibleName(say('dossier.tabs.whatIf'));
});

test('two GDAP relationships are supposed side by side, told apart by their roles', async ({ console: { page } }) => {
  await openWhatIf(page, CONTOSO);
  const form = page.getByRole('form', { name: say('whatIf.editor.directoryRoles') });
  const confirm = form.getByRole('button', { name: say('whatIf.editor.confirm') });
  await choose(page, say('whatIf.offers.approveGdap'));
  await confirm.click();
  await choose(page, say('whatIf.offers.approveGdap'));
  const helpdesk = say('terms.directoryRoles.729827e3-9c14-49f7-bb1b-9608f156bbb8');
  await form.getByRole('checkbox', { name: helpdesk }).check();
  await confirm.click();
  const granted = supposed(page, say('whatIf.changes.grantGdap', { roles: '' }).trim());
  await expect(granted).toHaveCount(2);
  await expect(granted.filter({ hasText: helpdesk })).toHaveCount(1);
  await expect(page.getByText(say('whatIf.result.unchanged', { count: 49 }))).toBeVisible();
});

test('a day that has passed is refused in one sentence', async ({ console: { page } }) => {
  await openWhatIf(page, CONTOSO);
  await choose(page, say('whatIf.offers.anotherDate'));
  const date = page.getByLabel(say('whatIf.editor.date')).and(page.locator('input'));
  await expect(date).toHaveAttribute('min', /^\d{4}-\d\d-\d\d$/u);
  await date.fill('2020-01-01');
  await date.press('Enter');
  const [, reason] = say('whatIf.editor.datePast', { today: '|' }).split('|');
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText(reason ?? '');
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(say('whatIf.result.emptyTitle'))).toBeVisible();
  await date.fill((await date.getAttribute('min')) ?? '');
  await date.press('Enter');
  await expect(date).toBeHidden();
});

test('a date that passes an extension says what it can’t know', async ({ console: { page } }) => {
  await openWhatIf(page, CONTOSO);
  await choose(page, say('whatIf.offers.anotherDate'));
  const date = page.getByLabel(say('whatIf.editor.date')).and(page.locator('input'));
  await expect(date).toBeFocused();
  await date.fill('2099-01-01');
  await date.press('Enter');
  await expect(supposed(page, '2099')).toBeVisible();
  await expect(page.getByText(/^“Kunlun contoso 0” is set to auto-extend/u)).toBeVisible();
});

test('hold another role', async ({ console: { page } }) => {
  await openWhatIf(page, CONTOSO);
  await choose(page, say('whatIf.offers.staffRoles'));
  const form = page.getByRole('form', { name: say('whatIf.editor.staffRoles') });
  await form.getByRole('checkbox', { name: say('terms.staffRoles.admin-agent') }).uncheck();
  await form.getByRole('checkbox', { name: say('terms.staffRoles.sales-agent') }).check();
  await expectAccessible(page, 'the form of an assumption');
  await form.getByRole('button', { name: say('whatIf.editor.confirm') }).click();
  await expect(form).toBeHidden();
  const roles = say('terms.staffRoles.sales-agent');
  await expect(supposed(page, say('whatIf.changes.staffRoles', { count: 1, roles }))).toBeVisible();
  await expect(turned(page, PROVISION, 'allow', 'deny')).toContainText('R08');
  await expect(page.getByRole('button', { name: say('whatIf.suppose') })).toBeFocused();
  await expectAccessible(page, 'what would change');
});

test('the customer grants DAP to a reseller of ours, or to anybody', async ({ console: { page } }) => {
  await openWhatIf(page, CONTOSO);
  const form = page.getByRole('form', { name: say('whatIf.offers.grantOther') });
  const partner = form.getByRole('combobox', { name: say('whatIf.editor.partner') });
  const confirm = form.getByRole('button', { name: say('whatIf.editor.confirm') });

  await choose(page, say('whatIf.offers.grantOther'));
  await partner.click();
  await page.getByRole('option', { name: 'Wide World Resellers' }).click();
  await confirm.click();
  await expect(supposed(page, say('whatIf.changes.grant', { partner: 'Wide World Resellers' }))).toBeVisible();
  const request = page
    .getByRole('region', { name: say('whatIf.result.title') })
    .getByRole('button', { name: say('terms.actions.delegation.request') });
  await expect(request.first()).toContainText('R13');

  await choose(page, say('whatIf.offers.grantOther'));
  await confirm.click();
  await expect(form).toContainText(say('whatIf.editor.partnerFault'));
  await partner.fill('0F5D1C3E-1111-4222-8333-444455556666');
  await confirm.click();
  await expect(
    supposed(page, say('whatIf.changes.grant', { partner: '0f5d1c3e-1111-4222-8333-444455556666' })),
  ).toBeVisible();
});

test('suppose something of a subscription, or leave it with Escape', async ({ console: { page } }) => {
  await openWhatIf(page, CONTOSO);
  await choose(page, say('whatIf.offers.status'));
  const form = page.getByRole('form', { name: say('whatIf.editor.status') });
  await form.press('Escape');
  await expect(form).toBeHidden();
  await expect(page.getByRole('heading', { name: CONTOSO, level: 2 })).toBeVisible();

  await choose(page, say('whatIf.offers.status'));
  await form.getByRole('combobox', { name: say('whatIf.editor.subscription') }).click();
  await page.getByRole('option', { name: 'Dynamics 365 Sales' }).click();
  await form.getByRole('combobox', { name: say('whatIf.editor.status') }).click();
  await page.getByRole('option', { name: say('terms.subscriptionStatus.suspended') }).click();
  await form.getByRole('button', { name: say('whatIf.editor.confirm') }).click();
  const status = say('terms.subscriptionStatus.suspended');
  await expect(supposed(page, say('whatIf.changes.status', { name: 'Dynamics 365 Sales', status }))).toBeVisible();
  await expect(turned(page, say('terms.actions.subscription.upgrade'), 'unknown', 'deny')).toContainText('R15');
});
