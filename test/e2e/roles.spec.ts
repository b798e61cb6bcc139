import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixture.ts';
import * as inviting from './inviting.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const CLI = join(import.meta.dirname, '..', '..', 'out', 'cli', 'partner-console.mjs');
const CHINA = 'https://portal.partner.microsoftonline.cn/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1&x=a%2Fb+c#/accept';
const WORLD =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=1&%C3%BC=2&DAP=false#/a';
/** Of the relationship in the sample. */
const GDAP =
  'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836';
const ONLY_GLOBAL = 'https://portal.office365.us/Invite?invType=ResellerRelationship';

const CUSTOMERS = ['csv', 'Customers.csv'] as const;
const RELATIONSHIP = ['graph', 'create-delegatedAdminRelationship.201.json'] as const;
const RESELLERS = ['partner-center', 'relationships-indirect-resellers.json'] as const;
const HUASHENG = '华盛联创（北京）科技有限公司';
const CONTOSO = 'Contoso Inc';
const SUBSIDIARY = 'Contoso subsidiary Inc';

const run = promisify(execFile);

/** What another partner's own console writes for a reseller of its: the hand-off file and the mail that carries it. */
async function handedOver(folder: string, profile: string, reseller: string): Promise<{ file: string; mail: string }> {
  const console = async (...args: string[]) =>
    JSON.parse((await run(process.execPath, [CLI, ...args, '--workspace', join(folder, 'w'), '--json'])).stdout);
  await console('init', '--profile', profile);
  const words = ['--link', CHINA, '--reseller', reseller, '--language', 'zh-CN', '--out', join(folder, 'out')];
  const [one] = (await console('hand-over', ...words)).handOvers;
  return { file: one.file, mail: one.mail };
}

test.describe('on 21Vianet', () => {
  test('a direct-bill partner creates an invitation and sends it', async ({ console: { page, places } }) => {
    await inviting.begin(page, 'direct-bill-21vianet.json', [CUSTOMERS]);
    const dialog = await inviting.inviteFrom(page, HUASHENG);
    await inviting.expectWays(dialog, [
      { flow: 'create', open: true, rule: 'R01' },
      // No page says whether there is GDAP on this cloud.
      { flow: 'gdap', open: false, rule: 'R21' },
    ]);
    await inviting.expectRefused(dialog, ONLY_GLOBAL);
    await inviting.exportDraft(dialog, '王芳 <it@huasheng.example>', CHINA);
    const mail = await inviting.mailTo(places.drafts, 'it@huasheng.example');
    inviting.expectLink(mail, CHINA);
    // The customer's language, not the window's.
    expect(mail.subject).toContain('世纪云桥');
    expect(mail.text).toContain('全局管理员');
    await inviting.close(dialog);
    await inviting.markFromList(page, HUASHENG, 'sent');
  });

  test('an indirect provider creates one for a customer, and hands a link to its reseller', async ({
    console: { page, places },
  }) => {
    await inviting.begin(page, 'provider-21vianet.json', [CUSTOMERS]);
    const dialog = await inviting.inviteFrom(page, CONTOSO);
    await inviting.expectWays(dialog, [
      { flow: 'create', open: true, rule: 'R01' },
      // Its staff are sales agents.
      { flow: 'gdap', open: false, rule: 'R08' },
    ]);
    await inviting.exportDraft(dialog, 'it@contoso.example', CHINA);
    inviting.expectLink(await inviting.mailTo(places.drafts, 'it@contoso.example'), CHINA);
    await inviting.close(dialog);
    await inviting.markFromList(page, CONTOSO, 'sent');

    await inviting.handOver(page, CHINA, ['Wide World Resellers']);
    await inviting.expectHandedOver(places.drafts, CHINA, ['Wide World Resellers']);
  });

  test('an indirect reseller may not create one: it asks its provider, and forwards what that made', async ({
    console: { page, places },
  }) => {
    const folder = dirname(places.workspace);
    const reseller = steps.profileFile('reseller-21vianet.json');
    const us = JSON.parse(await readFile(reseller, 'utf8')).partner.tenantId;
    const ours = await handedOver(join(folder, 'provider'), steps.PROFILE, us);
    await inviting.begin(page, 'reseller-21vianet.json', [CUSTOMERS]);
    const dialog = await inviting.inviteFrom(page, CONTOSO);
    await inviting.expectWays(dialog, [
      { flow: 'create', open: false, rule: 'R03' },
      { flow: 'ask-provider', open: true, rule: 'R31' },
      { flow: 'forward', open: true, rule: null },
      { flow: 'gdap', open: false, rule: 'R21' },
    ]);

    await test.step('the request goes to the provider', async () => {
      await inviting.wayOf(dialog, 'ask-provider').check();
      await inviting.askProvider(dialog, 'csp@wideworld.example');
      const mail = await inviting.mailTo(places.drafts, 'csp@wideworld.example');
      expect(mail.text).toContain(CONTOSO);
      expect(mail.text).toContain('Wide World Importers');
    });

    await inviting.wayOf(dialog, 'forward').check();
    await dialog.getByRole('button', { name: say('composer.received.takeIn') }).click();
    const receiving = page.getByRole('dialog', { name: say('composer.receive.title') });

    await test.step('what a stranger handed over is refused by R05', async () => {
      const stranger = join(folder, 'stranger.json');
      const profile = JSON.parse(await readFile(steps.PROFILE, 'utf8'));
      profile.partner = { tenantId: '99999999-0000-4000-8000-000000000001', name: 'Stranger' };
      await writeFile(stranger, JSON.stringify(profile));
      const theirs = await handedOver(join(folder, 'stranger'), stranger, us);
      await receiving.locator('input[type="file"]').setInputFiles(theirs.mail);
      await expect(receiving).toContainText('not among our providers');
      await expect(receiving).toContainText('R05');
      await expect(receiving.getByRole('button', { name: say('composer.receive.takeIn') })).toHaveCount(0);
    });

    await test.step('the mail of our provider is taken in, and its link forwarded', async () => {
      await receiving.locator('input[type="file"]').setInputFiles(ours.mail);
      await expect(receiving).toContainText(CHINA);
      await receiving.getByRole('button', { name: say('composer.receive.takeIn') }).click();
      await receiving.getByRole('button', { name: say('composer.receive.forwardTo', { name: CONTOSO }) }).click();
      await inviting.expectWays(dialog, [
        { flow: 'forward', open: true, rule: 'R05' },
        { flow: 'ask-provider', open: true, rule: null },
        { flow: 'create', open: false, rule: null },
        { flow: 'gdap', open: false, rule: null },
      ]);
      await inviting.exportDraft(dialog, 'it@contoso.example', null);
      const mail = await inviting.mailTo(places.drafts, 'it@contoso.example');
      inviting.expectLink(mail, CHINA);
      expect(mail.subject).toContain('Wide World Resellers');
      await inviting.close(dialog);
    });
    await inviting.markFromList(page, CONTOSO, 'forwarded');
  });
});

test.describe('on the global cloud', () => {
  test('a direct-bill partner creates an invitation and sends it, and requests GDAP', async ({
    console: { page, places },
  }) => {
    await inviting.begin(page, 'direct-bill-global.json', [CUSTOMERS, RELATIONSHIP]);
    const dialog = await inviting.inviteFrom(page, CONTOSO);
    await inviting.expectWays(dialog, [
      { flow: 'create', open: true, rule: 'R01' },
      { flow: 'gdap', open: true, rule: 'R20' },
    ]);
    await inviting.expectRefused(dialog, CHINA);
    await inviting.exportDraft(dialog, 'it@contoso.example', WORLD);
    inviting.expectLink(await inviting.mailTo(places.drafts, 'it@contoso.example'), WORLD);
    await inviting.close(dialog);
    await inviting.markFromList(page, CONTOSO, 'sent');

    await test.step('the GDAP request tells for how long', async () => {
      const requesting = await inviting.inviteFrom(page, SUBSIDIARY);
      await inviting.wayOf(requesting, 'gdap').check();
      await inviting.exportDraft(requesting, 'it@subsidiary.example', GDAP);
      const mail = await inviting.mailTo(places.drafts, 'it@subsidiary.example');
      inviting.expectLink(mail, GDAP);
      expect(mail.text).toContain('730 days');
      await inviting.close(requesting);
      await (await inviting.pipelineLine(page, SUBSIDIARY)).click();
      const card = page.getByRole('tabpanel').getByRole('article');
      await expect(card).toContainText(say('terms.invitationKind.gdap'));
      await inviting.markFromList(page, SUBSIDIARY, 'sent');
    });
  });

  test('an indirect provider creates one for a customer, and hands a link to its resellers', async ({
    console: { page, places },
  }) => {
    await inviting.begin(page, 'provider-global.json', [CUSTOMERS, RESELLERS]);
    const dialog = await inviting.inviteFrom(page, CONTOSO);
    await inviting.expectWays(dialog, [
      { flow: 'create', open: true, rule: 'R01' },
      { flow: 'gdap', open: true, rule: 'R20' },
    ]);
    await inviting.exportDraft(dialog, 'it@contoso.example', WORLD);
    inviting.expectLink(await inviting.mailTo(places.drafts, 'it@contoso.example'), WORLD);
    await inviting.close(dialog);
    await inviting.markFromList(page, CONTOSO, 'sent');

    await inviting.handOver(page, WORLD, ['First Up Consultants', 'ReleCloud']);
    await inviting.expectHandedOver(places.drafts, WORLD, ['First Up Consultants', 'ReleCloud']);
  });

  test('an indirect reseller makes the joint invitation that names its provider, and may forward one as well', async ({
    console: { page, places },
  }) => {
    await inviting.begin(page, 'reseller-global.json', [CUSTOMERS]);
    const dialog = await inviting.inviteFrom(page, CONTOSO);
    await inviting.expectWays(dialog, [
      { flow: 'create', open: true, rule: 'R04' },
      { flow: 'ask-provider', open: true, rule: 'R31' },
      { flow: 'forward', open: true, rule: null },
      { flow: 'gdap', open: true, rule: 'R20' },
    ]);
    await test.step('the joint invitation is sent', async () => {
      const create = say('composer.ways.create');
      await dialog.getByRole('button', { name: say('composer.ways.whyOf', { way: create }) }).click();
      await expect(dialog.getByText(/\(Humongous Distribution\)\.$/)).toBeVisible();
      // The way that is explained stands in this very dialog.
      await expect(dialog.getByRole('button', { name: say('explain.ways.prepareInvitation') })).toHaveCount(0);
      await dialog.getByRole('button', { name: say('composer.ways.back') }).click();
      await expect(dialog.getByText(say('inviting.jointFirst', { providers: 'Humongous Distribution' }))).toBeVisible();
      await inviting.expectRefused(dialog, CHINA);
      await inviting.exportDraft(dialog, 'it@contoso.example', WORLD);
      const mail = await inviting.mailTo(places.drafts, 'it@contoso.example');
      inviting.expectLink(mail, WORLD);
      expect(mail.subject).toContain('First Up Consultants');
      await inviting.close(dialog);
      await inviting.markFromList(page, CONTOSO, 'sent');
    });

    await test.step('a link that the provider made is taken in for another customer, and forwarded', async () => {
      const forwarding = await inviting.inviteFrom(page, SUBSIDIARY);
      await inviting.wayOf(forwarding, 'forward').check();
      await forwarding.getByRole('button', { name: say('composer.received.takeIn') }).click();
      const receiving = page.getByRole('dialog', { name: say('composer.receive.title') });
      await receiving.getByRole('textbox', { name: say('inviting.link') }).fill(WORLD);
      await expect(receiving).toContainText('Humongous Distribution');
      await receiving.getByRole('button', { name: say('composer.receive.takeIn') }).click();
      await receiving.getByRole('button', { name: say('composer.receive.forwardTo', { name: SUBSIDIARY }) }).click();
      await inviting.exportDraft(forwarding, 'it@subsidiary.example', null);
      inviting.expectLink(await inviting.mailTo(places.drafts, 'it@subsidiary.example'), WORLD);
      await inviting.close(forwarding);
      await inviting.markFromList(page, SUBSIDIARY, 'forwarded');
    });
  });
});
