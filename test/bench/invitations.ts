import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { createConsole } from '#electron/console.ts';
import { composeInvitation } from '#electron/invitations/template.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { report, timed } from './support/report.ts';

const DRAFTS = 1_000;
const LINK =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=true#/BillingAccounts/partner-invitation';
const NAMES = ['华盛联创科技有限公司', 'Contoso Manufacturing', '海天智遠網路有限公司', 'Süddeutsche Werke GmbH'];

const idOf = (n: number) => CustomerId.parse(`55555555-5555-4555-8555-${String(n).padStart(12, '0')}`);
const domainOf = (n: number) => `customer-${n}.example.cn`;

async function openConsole(folder: string) {
  return await createConsole({
    folder,
    host: 'cli',
    version: '0.0.0',
    engine: 'bench',
    locale: 'en',
    clock: () => new Date(),
    newId: randomUUID,
    settings: { get: () => DEFAULT_SETTINGS, set: () => undefined },
    draftsFolder: join(folder, 'drafts'),
    openPath: () => Promise.resolve(false),
    openAddress: () => Promise.resolve(false),
    onHail: () => undefined,
  });
}

/** The mail library by itself, on mails of the same size: what drafts cost before anything is checked, written or recorded. */
async function composeAlone(): Promise<void> {
  const mail = composeInvitation({
    kind: 'reseller',
    cloud: '21vianet',
    language: 'zh-CN',
    link: LINK,
    customerName: NAMES[0] ?? '',
    partner: { name: PROFILE.partner.name, mpnId: PROFILE.partner.mpnId ?? null },
    author: PROFILE.staff.id,
    reference: 'INV-20261122-AB12CD',
  });
  for (let n = 0; n < DRAFTS; n += 1) {
    await new MailComposer({ to: `admin@${domainOf(n)}`, ...mail, newline: 'win' }).compile().build();
  }
}

for (const size of [1_000, 10_000]) {
  const bench = `invitations ${DRAFTS} drafts of ${size} customers`;
  const customers = Array.from({ length: DRAFTS }, (_, n) => idOf(n * (size / DRAFTS)));
  const addresses = customers.map((id, n) => `${id},admin@${domainOf(n)}`).join('\n');
  const request = { customers, source: { link: LINK }, language: 'customer' as const, addresses };
  for (const format of ['folder', 'zip', 'mail-merge'] as const) {
    const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
    try {
      await createWorkspace(folder, PROFILE);
      const records = await openRecords(folder);
      await records?.save(Array.from({ length: size }, (_, n) => aDossier(idOf(n), `${NAMES[n % NAMES.length]} ${n}`)));
      await records?.close();
      const { client, close } = await openConsole(folder);
      if (format === 'folder') {
        const [preview] = await timed(1, () => client.invitations.bulk.preview(request));
        report({ bench, metric: 'preview', value: preview ?? Number.NaN, unit: 'ms' });
      }
      let written = 0;
      const [time = Number.NaN] = await timed(1, async () => {
        written = (await client.invitations.bulk.export({ ...request, format })).written;
      });
      await close();
      if (written !== DRAFTS) throw new Error(`${written} of ${DRAFTS} drafts written`);
      report({ bench, metric: `export as ${format}`, value: time, unit: 'ms' });
      report({ bench, metric: `export as ${format}`, value: (DRAFTS / time) * 1000, unit: 'drafts/s' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const [alone = Number.NaN] = await timed(1, composeAlone);
  const value = (DRAFTS / alone) * 1000;
  report({ bench, metric: 'compose alone', value, unit: 'drafts/s', peer: 'nodemailer MailComposer' });
}
