import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { Directory } from '#electron/directory/directory.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerQuery } from '#shared/contract/customers.ts';
import { CHANNELS } from '#shared/model/subscription.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';
import { percentile, report, timed } from './support/report.ts';

const NAMES = ['华盛联创科技有限公司', 'Contoso Manufacturing', 'İstanbul Lojistik A.Ş.', 'Süddeutsche Werke GmbH'];

function customers(count: number) {
  return Array.from({ length: count }, (_, n) => {
    const id = `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`;
    const subscriptions = [0, 1, 2, 3].map((k) =>
      aSubscription(`${id}-${k}`, 'Office 365 E3', CHANNELS[(n + k) % CHANNELS.length] ?? 'unknown'),
    );
    return aDossier(id, `${NAMES[n % NAMES.length]} ${n}`, { subscriptions });
  });
}

for (const count of [1_000, 10_000]) {
  const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
  const bench = `records ${count} customers`;
  try {
    const dossiers = customers(count);
    await createWorkspace(folder, PROFILE);
    const first = await openRecords(folder);
    const [fill] = await timed(1, () => first?.save(dossiers));
    report({ bench, metric: 'import', value: fill ?? Number.NaN, unit: 'ms' });

    const [open] = await timed(1, async () => {
      const records = await openRecords(folder);
      if (records) await new Directory(records).customers(CustomerQuery.parse({}), new Date());
    });
    report({ bench, metric: 'open to first list', value: open ?? Number.NaN, unit: 'ms' });

    const records = await openRecords(folder);
    if (!records) throw new Error('no workspace');
    const directory = new Directory(records);
    await directory.customers(CustomerQuery.parse({ search: 'warm' }), new Date());
    for (const search of ['联创', 'istanbul', '000000000042', 'nowhere']) {
      const times = await timed(30, () => directory.customers(CustomerQuery.parse({ search }), new Date()));
      report({ bench, metric: `search "${search}" p95`, value: percentile(times, 0.95), unit: 'ms' });
    }

    const [dossier] = dossiers;
    if (!dossier) continue;
    const saves = await timed(50, () => records.save([dossier]));
    report({ bench, metric: 'durable save p50', value: percentile(saves, 0.5), unit: 'ms' });
    report({ bench, metric: 'durable save p95', value: percentile(saves, 0.95), unit: 'ms' });

    const plain = await JSONFilePreset(join(folder, 'plain.json'), { dossiers });
    const plainSaves = await timed(10, () => plain.write());
    report({ bench, metric: 'save p50 (not durable)', value: percentile(plainSaves, 0.5), unit: 'ms', peer: 'lowdb' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
