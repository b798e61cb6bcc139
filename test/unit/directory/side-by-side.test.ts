import { expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const NOW = new Date('2026-11-22T00:00:00Z');

it('lists that are asked for at a time after a change have every row once', async () => {
  const dossiers = sampleDossiers(NOW);
  const records = new MemoryRecords(SAMPLE_PROFILE);
  await records.save(dossiers);
  const directory = new Directory(records, await openIndex(records));
  const customers = () => directory.customers(CustomerQuery.parse({ limit: 1000 }), NOW);
  const subscriptions = () => directory.subscriptions(SubscriptionQuery.parse({ limit: 1000 }), NOW);
  const before = [await customers(), await subscriptions()].map(({ items }) => items.map(({ id }) => id));
  for (const [nth, dossier] of dossiers.slice(0, 12).entries()) {
    await records.save([{ ...dossier, tags: ['renewal'] }]);
    const asked: Promise<{ readonly items: readonly { readonly id: string }[] }>[] = [customers(), subscriptions()];
    // The others come in while the first ones are being answered, each time a little later.
    for (let step = 0; step < nth; step += 1) await Promise.resolve();
    asked.push(customers(), subscriptions());
    const answers = await Promise.all(asked);
    expect(answers.map(({ items }) => items.map(({ id }) => id))).toEqual([...before, ...before]);
  }
});
