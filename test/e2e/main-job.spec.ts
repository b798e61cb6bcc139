import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { say } from './words.ts';

const HUASHENG = '华盛联创（北京）科技有限公司';
const CONTOSO = 'Contoso Inc';
const LINK = 'https://portal.partner.microsoftonline.cn/Partner/Commerce/Reseller.aspx?msppid=0&cloud=cn&%E4%B8%AD=1#x';

test('from the first start to an invitation in the drafts folder, and all of it there after a restart', async ({
  console,
}) => {
  const { page } = console;
  await steps.createWorkspace(page);

  await test.step('import the files that partners really have', async () => {
    const dialog = await steps.importFiles(page, [
      steps.sampleFile('csv', 'Customers.csv'),
      steps.sampleFile('csv', 'reconciliation-license.gb18030.csv'),
      steps.sampleFile('csv', 'ExistingGdapRelationship.csv'),
      steps.sampleFile('csv', 'securityGroup.csv'),
      steps.sampleFile('csv', 'Subscriptions.csv'),
    ]);
    const asking = steps.cardOf(dialog, 'Subscriptions.csv');
    await expect(asking).toContainText(say('importing.state.asking'));
    await steps.nameCustomer(asking, CONTOSO);
    await expect(asking).not.toContainText(say('importing.state.asking'));
    for (const file of ['Customers.csv', 'reconciliation-license.gb18030.csv', 'ExistingGdapRelationship.csv']) {
      await expect(steps.cardOf(dialog, file)).toContainText(say('importing.state.done'));
    }
    await steps.closeImport(dialog);
  });

  await test.step('browse by channel with counts', async () => {
    await expect(steps.facet(page, say('window.navigation.allChannels'), 8)).toBeVisible();
    await expect(steps.customersTable(page).getByRole('row')).toHaveCount(9);
    await steps.facet(page, say('terms.channels.csp-own'), 2).click();
    await expect(steps.customersTable(page).getByRole('row')).toHaveCount(3);
    await steps.facet(page, say('window.navigation.allChannels'), 8).click();
  });

  await test.step('search, in Chinese too', async () => {
    const search = page.getByRole('searchbox', { name: say('window.search.label') });
    await search.fill('华盛');
    await expect(steps.customersTable(page).getByRole('row')).toHaveCount(2);
    await expect(steps.customersTable(page)).toContainText(HUASHENG);
    await search.fill('');
    await expect(steps.customersTable(page).getByRole('row')).toHaveCount(9);
  });

  await test.step('read a "no" with its rule and reason', async () => {
    await steps.openCustomer(page, HUASHENG);
    await page.getByRole('button', { name: /Office 365 E3/ }).click();
    const provision = page.getByRole('button', { name: new RegExp(say('terms.actions.subscription.provision')) });
    await expect(provision).toContainText(say('terms.outcome.deny'));
    await expect(provision).toContainText('R08');
    await provision.click();
    await expect(page.getByText(say('rules.R08.statement')).first()).toBeVisible();
    await expect(page.getByText(say('dossier.explanation.remedies')).first()).toBeVisible();
  });

  await test.step('export an invitation, its link byte for byte', async () => {
    await steps.prepareInvitation(page);
    const dialog = page.getByRole('dialog', { name: say('inviting.title') });
    await dialog.getByRole('textbox', { name: say('inviting.link') }).fill(LINK);
    await dialog.getByRole('textbox', { name: say('inviting.to') }).fill('admin@huasheng.partner.onmschina.cn');
    await dialog.getByRole('radio', { name: say('terms.languages.zh-CN') }).check();
    await dialog.getByRole('button', { name: say('inviting.export') }).click();
    await expect(dialog).toContainText(say('inviting.exportedTitle'));
    await dialog
      .getByRole('button', { name: say('inviting.close') })
      .last()
      .click();
  });

  await test.step('the draft is a mail ready to send', async () => {
    const drafts = (await readdir(console.places.drafts)).filter((name) => name.endsWith('.eml'));
    expect(drafts).toHaveLength(1);
    const mail = await simpleParser(await readFile(join(console.places.drafts, drafts[0] ?? '')));
    expect(mail.headers.get('x-unsent')).toBe('1');
    expect(mail.text).toContain(LINK);
    expect(mail.html).toContain(LINK.replaceAll('&', '&amp;'));
  });

  await console.restart();

  await test.step('all still there', async () => {
    const again = console.page;
    await expect(steps.facet(again, say('window.navigation.allChannels'), 8)).toBeVisible();
    await steps.openCustomer(again, HUASHENG);
    await again.getByRole('tab', { name: say('dossier.tabs.invitations') }).click();
    await expect(again.getByRole('tabpanel')).toContainText('admin@huasheng.partner.onmschina.cn');
    await expect(again.getByRole('tabpanel')).toContainText(LINK);
    const draft = say('dossier.invitations.openOf', { to: 'admin@huasheng.partner.onmschina.cn' });
    await expect(again.getByRole('button', { name: draft })).toBeVisible();
  });
});
