import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { z } from 'zod';
import { unescapeHtml } from '#test/unit/support/html.ts';
import { expect } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

/** As much of a hand-off file as is looked at here. */
const HandedOver = z.object({ link: z.string(), audience: z.object({ name: z.string() }) });

export type Flow = 'create' | 'gdap' | 'ask-provider' | 'forward';
export type Rule = Parameters<typeof say>[0] extends infer Key
  ? Key extends `rules.${infer Id}.statement`
    ? Id
    : never
  : never;

/** Makes the workspace of one of the profiles, with samples in it. */
export async function begin(page: Page, profile: string, samples: readonly (readonly string[])[]): Promise<void> {
  await steps.createWorkspace(page, steps.profileFile(profile));
  const importing = await steps.importFiles(
    page,
    samples.map((path) => steps.sampleFile(...path)),
  );
  for (const path of samples) {
    await expect(steps.cardOf(importing, path.at(-1) ?? '')).toContainText(say('importing.state.done'));
  }
  await steps.closeImport(importing);
}

/** Opens the invitation dialog of a customer. */
export async function inviteFrom(page: Page, customer: string): Promise<Locator> {
  await steps.goTo(page, 'customers');
  await steps.openCustomer(page, customer);
  await steps.prepareInvitation(page);
  return page.getByRole('dialog');
}

export const wayOf = (dialog: Locator, flow: Flow): Locator =>
  dialog
    .getByRole('radiogroup', { name: say('composer.ways.label') })
    .getByRole('radio', { name: say(`composer.ways.${flow}`) });

/** These ways are offered and no others; the closed ones cannot be chosen, and each says by which rule. */
export async function expectWays(
  dialog: Locator,
  ways: readonly { readonly flow: Flow; readonly open: boolean; readonly rule: Rule | null }[],
): Promise<void> {
  const choice = dialog.getByRole('radiogroup', { name: say('composer.ways.label') });
  await expect(choice.getByRole('radio')).toHaveCount(ways.length);
  for (const { flow, open, rule } of ways) {
    await (open ? expect(wayOf(dialog, flow)).toBeEnabled() : expect(wayOf(dialog, flow)).toBeDisabled());
    if (rule === null) continue;
    await choice
      .getByRole('button', { name: say('composer.ways.whyOf', { way: say(`composer.ways.${flow}`) }) })
      .click();
    await expect(dialog.getByText(say(`rules.${rule}.statement`))).toBeVisible();
    await dialog.getByRole('button', { name: say('composer.ways.back') }).click();
  }
}

/** A link of the other cloud is refused at its field, and nothing can be exported. */
export async function expectRefused(dialog: Locator, link: string): Promise<void> {
  await dialog.getByRole('textbox', { name: say('inviting.link') }).fill(link);
  await expect(dialog.getByText(new RegExp(`leads to ${new URL(link).host}, which belongs to`))).toBeVisible();
  await expect(dialog.getByRole('button', { name: say('inviting.export') })).toBeDisabled();
}

/** Writes the draft of the way that is chosen; `link` is pasted, or `null` where it is a received one. */
export async function exportDraft(dialog: Locator, to: string, link: string | null): Promise<void> {
  if (link !== null) await dialog.getByRole('textbox', { name: say('inviting.link') }).fill(link);
  await dialog.getByRole('textbox', { name: say('inviting.to') }).fill(to);
  await dialog.getByRole('button', { name: say('inviting.export') }).click();
  await expect(dialog).toContainText(say('inviting.exportedTitle'));
}

export async function close(dialog: Locator): Promise<void> {
  await dialog
    .getByRole('button', { name: say('inviting.close') })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}

const addressesOf = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));

/** Every draft in the folder, read back by a parser that is not ours. */
export async function mailsIn(folder: string): Promise<ParsedMail[]> {
  const drafts = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  return Promise.all(drafts.map(async (name) => simpleParser(await readFile(join(folder, name)))));
}

/** The one draft that goes to these addresses and no others. */
export async function mailTo(folder: string, ...addresses: string[]): Promise<ParsedMail> {
  const found = (await mailsIn(folder)).filter(({ to }) => addressesOf(to).join() === addresses.join());
  expect(found, `one draft to ${addresses.join()}`).toHaveLength(1);
  const [mail] = found;
  if (!mail) throw new Error('no mail');
  return mail;
}

/** The link stands byte for byte on a line of its own, and behind every link of the formatted text. */
export function expectLink({ html, text }: ParsedMail, link: string): void {
  expect(text?.split('\n')).toContain(link);
  const behind = [...(html || '').matchAll(/href="([^"]*)"/gu)].map(([, href = '']) => unescapeHtml(href));
  expect(behind).toEqual([link, link]);
}

/** The customer's line in the list of all invitations. */
export async function pipelineLine(page: Page, customer: string): Promise<Locator> {
  await steps.goTo(page, 'invitations');
  return page
    .getByRole('grid', { name: say('pipeline.title') })
    .getByRole('row')
    .filter({ hasText: customer });
}

/** The list of all invitations shows it as exported; there it is marked. */
export async function markFromList(page: Page, customer: string, as: 'sent' | 'forwarded'): Promise<void> {
  const line = await pipelineLine(page, customer);
  await expect(line).toContainText(say('terms.invitationStatus.exported'));
  await line.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: say(`pipeline.actions.mark.${as}`) }).click();
  await expect(line).toContainText(say(`terms.invitationStatus.${as}`));
}

/** Writes the mail that asks our provider. */
export async function askProvider(dialog: Locator, to: string): Promise<void> {
  await dialog.getByRole('textbox', { name: say('composer.ask.to') }).fill(to);
  await dialog.getByRole('button', { name: say('composer.ask.write') }).click();
  await expect(dialog).toContainText(say('composer.ask.doneTitle'));
}

/** Hands a link to all our resellers, which are these and no others. */
export async function handOver(page: Page, link: string, resellers: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: say('pipeline.handOver') }).click();
  const dialog = page.getByRole('dialog', { name: say('handOver.title') });
  await dialog.getByRole('textbox', { name: say('inviting.link') }).fill(link);
  for (const reseller of resellers) await dialog.getByRole('checkbox', { name: reseller }).check();
  const { length } = resellers;
  await expect(dialog).toContainText(say('handOver.resellers.chosen', { chosen: length, of: length }));
  await dialog.getByRole('button', { name: say('handOver.write', { count: length }), exact: true }).click();
  await expect(dialog).toContainText(say('handOver.done', { count: length }));
}

/** A mail for each reseller lies among the drafts, and carries the link in a file made for that reseller. */
export async function expectHandedOver(folder: string, link: string, resellers: readonly string[]): Promise<void> {
  const carried = (await mailsIn(folder)).flatMap(({ attachments, to }) =>
    attachments.map(({ content }) => ({ to, ...HandedOver.parse(JSON.parse(content.toString('utf8'))) })),
  );
  expect(carried.map(({ audience }) => audience.name).sort()).toEqual([...resellers].sort());
  for (const one of carried) expect(one).toMatchObject({ to: undefined, link });
}
