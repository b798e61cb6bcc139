import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { SyncPart } from '#renderer/app/view.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { expectAccessible } from './accessibility.ts';
import { test as base, expect } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

/** A sync takes as long as the services' limit of requests lets it. */
const SYNCED = { timeout: 45_000 };

const SOURCES: Record<SyncSource, string> = {
  'partner-center': say('terms.sources.partnerCenter'),
  graph: say('terms.sources.graph'),
};

const test = base.extend<{ simulator: Simulator }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  simulator: async ({}, use) => {
    const simulator = await startSimulator({ cloud: 'global', customers: 6, quirks: true });
    await use(simulator);
    await simulator.close();
  },
});

const main = (page: Page): Locator => page.getByRole('main');
const card = (page: Page, source: SyncSource): Locator => page.getByRole('region', { name: SOURCES[source] });

async function openPart(page: Page, part: SyncPart): Promise<void> {
  await page.getByRole('tab', { name: say(`sync.parts.${part}`) }).click();
}

/** A workspace of the simulator's partner; who signs in by which app registration is not said yet. */
async function createWorkspace(page: Page, { profile }: Simulator): Promise<void> {
  const { clientId: _, ...unregistered } = profile;
  const file = test.info().outputPath('profile.json');
  await writeFile(file, JSON.stringify(unregistered));
  await steps.createWorkspace(page, file);
  await steps.goTo(page, 'sync');
}

/** Signs in with a code, which somebody at the simulator types at once. */
async function signIn(page: Page, { profile }: Simulator): Promise<void> {
  await page.getByRole('button', { name: say('account.signIn') }).click();
  const dialog = page.getByRole('dialog');
  const registration = dialog.getByRole('textbox', { name: say('account.registration.label') });
  const byCode = dialog.getByRole('button', { name: new RegExp(`^${say('account.dialog.code')}`, 'u') });
  await expect(registration.or(byCode)).toBeVisible();
  if (await registration.isVisible()) {
    await registration.fill(profile.clientId ?? '');
    await dialog.getByRole('button', { name: say('account.registration.save') }).click();
  }
  await byCode.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: say('account.label') })).toContainText(profile.staff.id);
}

/** Syncs with both services, until both say that they are done. */
async function sync(page: Page): Promise<void> {
  await openPart(page, 'overview');
  const now = page.getByRole('button', { name: say('sync.now') });
  await now.click();
  await expect(now).toBeDisabled();
  await expect(now).toBeEnabled(SYNCED);
  for (const source of ['partner-center', 'graph'] as const) {
    await expect(card(page, source)).toContainText(say('sync.states.done'));
  }
}

/** What the last sync with a service changed. */
async function openChanges(page: Page, source: SyncSource): Promise<Locator> {
  await openPart(page, 'overview');
  await card(page, source)
    .getByRole('button', { name: say('sync.facts.showOf', { source: SOURCES[source] }) })
    .click();
  const changes = page.getByRole('grid', { name: say('sync.changes.label') });
  await expect(changes).toBeVisible();
  return changes;
}

test('staff sign in, sync, and see what a later sync changed and what is gone upstream', async ({
  console: { page },
  simulator,
}) => {
  await createWorkspace(page, simulator);
  await expect(page.getByRole('button', { name: say('sync.now') })).toBeDisabled();
  await expect(main(page)).toContainText(say('account.signedOut'));
  await signIn(page, simulator);
  await sync(page);
  await steps.goTo(page, 'customers');
  await expect(steps.customersTable(page).locator('tbody').getByRole('row')).not.toHaveCount(0);

  const { changes } = simulator;
  const [poorer, richer] = changes.customers().filter((id) => changes.subscriptions(id).length > 0);
  const lost = poorer && changes.subscriptions(poorer)[0];
  const grown = richer && changes.subscriptions(richer)[0];
  if (!lost || !grown) throw new Error('The simulator has no two customers with subscriptions.');
  changes.removeSubscription(poorer, lost.id);
  changes.changeSubscription(richer, grown.id, { quantity: 777 });

  await steps.goTo(page, 'sync');
  await sync(page);
  await expectAccessible(page, 'sync, overview');
  const rows = (await openChanges(page, 'partner-center')).getByRole('row');
  const seats = say('sync.changes.names.quantity');
  await expect(rows.filter({ hasText: '→ 777' })).toContainText(`${seats}: ${grown.quantity} → 777`);
  await expectAccessible(page, 'sync, what a sync changed');
  await rows
    .filter({ hasText: say('sync.changes.hows.gone') })
    .filter({ hasText: say('sync.changes.whats.subscription') })
    .click();
  const dossier = page.getByRole('region', { name: say('window.list.dossier') });
  await expect(dossier).toContainText(say('sync.gone.badge', { date: '…' }).split('…')[0] ?? '');
  await expect(dossier.getByRole('row').filter({ hasText: say('sync.gone.short') })).toContainText(lost.name);
});

test('a request for GDAP is decided offline, taken back, decided again, and sent once somebody is signed in', async ({
  console: { page },
  simulator,
}) => {
  await createWorkspace(page, simulator);
  await signIn(page, simulator);
  await sync(page);
  await page.getByRole('button', { name: say('account.signOut') }).click();
  await expect(main(page)).toContainText(say('account.signedOut'));

  await steps.goTo(page, 'customers');
  const [customer] = simulator.changes.customers();
  if (customer === undefined) throw new Error('The simulator has no customer.');
  await steps.openCustomer(page, simulator.changes.customer(customer).name.value);
  await page.getByRole('tab', { name: say('dossier.tabs.delegations') }).click();
  const request = async (name: string) => {
    await page.getByRole('button', { name: say('outbox.offers.request') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: say('outbox.dialog.name') }).fill(name);
    await expect(dialog).toContainText(say('outbox.dialog.policy'));
    await expectAccessible(page, 'requesting GDAP');
    await dialog.getByRole('button', { name: say('outbox.dialog.add') }).click();
    await expect(dialog).toBeHidden();
  };
  await request('Taken back');
  await page.getByRole('button', { name: say('outbox.said.undo') }).click();
  await expect(
    page.getByText(say('outbox.said.undone', { name: say('outbox.dialog.titles.gdap-request') })),
  ).toBeVisible();
  await request('Support 2027');

  await steps.goTo(page, 'sync');
  await openPart(page, 'outbox');
  const entry = page.getByRole('article', { name: say('outbox.commands.gdapRequest', { name: 'Support 2027' }) });
  await expect(entry).toContainText(say('outbox.states.waiting'));
  await expect(page.getByRole('button', { name: say('outbox.send') })).toBeDisabled();
  await signIn(page, simulator);
  await page.getByRole('button', { name: say('outbox.send') }).click();
  await expect(entry).toContainText(say('outbox.states.done'));
  await expect(entry).toContainText('granularAdminRelationships/');
  await expectAccessible(page, 'outbox');

  const made = simulator.changes.relationships(customer).map(({ delegation }) => delegation.name);
  expect(made.filter((name) => name === 'Support 2027')).toHaveLength(1);
  expect(made).not.toContain('Taken back');

  await test.step('what a service answers with no sense needs somebody, who sets it aside', async () => {
    await steps.goTo(page, 'customers');
    await page.getByRole('tab', { name: say('dossier.tabs.delegations') }).click();
    await request('Unclear');
    simulator.fault({ match: /^POST .*delegatedAdminRelationships/u, kind: 'html', times: 100 });
    await steps.goTo(page, 'sync');
    const unclear = page.getByRole('article', { name: say('outbox.commands.gdapRequest', { name: 'Unclear' }) });
    await expect(async () => {
      await page.getByRole('button', { name: say('outbox.send') }).click({ timeout: 2_000 });
      await expect(unclear).toContainText(say('outbox.states.needs-attention'), { timeout: 1_000 });
    }).toPass(SYNCED);
    await expectAccessible(page, 'outbox, something needs attention');
    await unclear.getByRole('button', { name: say('outbox.entry.setAside') }).click();
    await expect(unclear).toContainText(say('outbox.states.set-aside'));
    await expect(unclear.getByRole('button', { name: say('outbox.entry.setAside') })).toBeHidden();
  });
});

test('a service that fails says what to check, and the next sync goes on from there', async ({
  console: { page },
  simulator,
}) => {
  await createWorkspace(page, simulator);
  await signIn(page, simulator);
  const fault = simulator.fault({ match: /^GET \/v1\/customers\?/u, kind: 'html', times: 100 });
  await page.getByRole('button', { name: say('sync.now') }).click();
  const failed = card(page, 'partner-center');
  await expect(failed).toContainText(say('sync.states.failed'), SYNCED);
  await expect(failed).toContainText(say('sync.ends.failed'));
  await expectAccessible(page, 'sync, failed');
  fault.clear();
  await sync(page);
});

test('a sync that failed can be dropped, and the next one begins anew', async ({ console: { page }, simulator }) => {
  await createWorkspace(page, simulator);
  await signIn(page, simulator);
  const fault = simulator.fault({ match: /^GET \/v1\/customers\?/u, kind: 'html', times: 100 });
  await page.getByRole('button', { name: say('sync.now') }).click();
  const failed = card(page, 'partner-center');
  await expect(failed).toContainText(say('sync.states.failed'), SYNCED);
  await failed.getByRole('button', { name: say('sync.acts.drop') }).click();
  await expect(failed).toContainText(say('sync.ends.cancelled'));
  await expect(failed.getByRole('button', { name: say('sync.acts.drop') })).toBeHidden();
  fault.clear();
  await sync(page);
});
