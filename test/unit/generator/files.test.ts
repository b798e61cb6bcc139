import { describe, expect, it } from 'vitest';
import { importFile } from '#electron/sync/files/import.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { DelegationId } from '#shared/model/ids.ts';
import { dossiers } from '#test/generator/dossiers.ts';
import { customersFile, reconciliationFile } from '#test/generator/files.ts';
import * as wire from '#test/generator/wire.ts';
import { daysFromNow, worldOf } from '#test/generator/world.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const WORLD = worldOf(11);
const CUSTOMERS = 120;
const ALL = [...dossiers(WORLD, 0, CUSTOMERS)];

const whole = (chunks: Iterable<Uint8Array>): Uint8Array => new Uint8Array(Buffer.concat([...chunks]));

/** Hands a file to a workspace that knows our partners, and the customers it is given. */
function workspace(known: readonly Dossier[] = []) {
  const records = new MemoryRecords(WORLD.profile);
  const hand = async (name: string, content: Uint8Array | object, options = {}) => {
    const bytes = new Blob([content instanceof Uint8Array ? new Uint8Array(content) : JSON.stringify(content)]);
    const holders = (id: DelegationId) => records.holders(id);
    const into = {
      records,
      now: daysFromNow(0),
      by: 'li.na@kunlun.example',
      holders,
      invited: () => records.invited(),
    };
    return await importFile({ name, bytes, modifiedAt: daysFromNow(-0.5) }, options, into);
  };
  const ready = records.saveSurroundings(WORLD.surroundings).then(() => records.save(known));
  return { records, hand: async (...args: Parameters<typeof hand>) => ready.then(() => hand(...args)) };
}

describe('generated files', () => {
  it('list every customer in the Customers download, and the product reads them all', async () => {
    const { hand, records } = workspace();
    const report = await hand('Customers.csv', whole(customersFile({ world: WORLD, customers: CUSTOMERS })));
    expect(report).toMatchObject({ kind: 'portal-customers', rows: CUSTOMERS, added: CUSTOMERS, rejected: [] });
    for (const { id, name, relationship } of ALL) {
      expect(records.dossier(id)?.name.value).toBe(name.value);
      expect(records.dossier(id)?.relationship?.value).toBe(relationship?.value);
    }
  });

  it('have exactly the rows of charges that were asked for, over as many months as that takes', async () => {
    for (const rows of [1, 100, 1_000]) {
      const { hand } = workspace();
      const file = whole(reconciliationFile({ world: WORLD, customers: CUSTOMERS, rows }));
      expect(await hand('reconciliation.csv', file)).toMatchObject({
        kind: 'reconciliation-license',
        rows,
        rejected: [],
      });
    }
  });

  it('charge for the subscriptions that the dossiers have, through the same reseller', async () => {
    const { hand, records } = workspace();
    await hand('reconciliation.csv', whole(reconciliationFile({ world: WORLD, customers: CUSTOMERS, rows: 2_000 })));
    const own = ALL.flatMap(({ id, subscriptions }) =>
      subscriptions
        .filter(({ offerId, sku }) => offerId !== null && offerId !== 'ms-azr-0145p' && sku === null)
        .map((one) => ({ id, one })),
    );
    expect(own.length).toBeGreaterThan(100);
    for (const { id, one } of own) {
      const read = records.dossier(id)?.subscriptions.find((other) => other.id === one.id);
      expect(read?.name).toBe(one.name);
      expect(read?.channel.value).toBe(one.channel.value);
      expect(read?.originalReseller?.value.tenantId).toBe(one.originalReseller?.value.tenantId);
      expect(read?.endDate).toBe(one.endDate);
    }
  });

  it('are the same for the same seed, byte for byte', () => {
    const file = () => whole(reconciliationFile({ world: worldOf(11), customers: CUSTOMERS, rows: 700 }));
    expect(Buffer.compare(file(), file())).toBe(0);
  });
});

describe('generated wire bodies', () => {
  const first = ALL.slice(0, 40);

  it('are read by the product without a word of complaint', async () => {
    const { hand } = workspace();
    expect(await hand('customers.json', wire.customersBody(first))).toMatchObject({ added: 40, rejected: [] });
    for (const dossier of first) {
      const options = { customer: dossier.id };
      for (const body of [
        wire.customerBody(dossier),
        wire.subscriptionsBody(dossier, WORLD),
        wire.subscribedSkusBody(dossier),
      ]) {
        expect((await hand('body.json', body, options)).rejected).toEqual([]);
      }
    }
    expect((await hand('relationships.json', wire.relationshipsBody(first, WORLD))).rejected).toEqual([]);
    expect((await hand('delegated.json', wire.delegatedCustomersBody(first))).rejected).toEqual([]);
  });

  it('tell of customers that we know already what we know already', async () => {
    const { hand, records } = workspace(first);
    await hand('relationships.json', wire.relationshipsBody(first, WORLD));
    for (const dossier of first) {
      await hand('skus.json', wire.subscribedSkusBody(dossier), { customer: dossier.id });
      await hand('subscriptions.json', wire.subscriptionsBody(dossier, WORLD), { customer: dossier.id });
      const after = records.dossier(dossier.id);
      expect(after?.subscriptions.map(({ channel, id }) => [id, channel.value])).toEqual(
        dossier.subscriptions.map(({ channel, id }) => [id, channel.value]),
      );
      expect(after?.delegations.map(({ endsAt, id, status }) => [id, status, endsAt])).toEqual(
        dossier.delegations.map(({ endsAt, id, status }) => [id, status, endsAt]),
      );
    }
  });

  it('list the assignments of each relationship', async () => {
    const assigned = first.flatMap((dossier) =>
      dossier.delegations
        .filter(({ assignments }) => assignments && assignments.length > 0)
        .map((one) => ({ dossier, one })),
    );
    expect(assigned.length).toBeGreaterThan(0);
    const { hand } = workspace(first);
    for (const { dossier, one } of assigned) {
      const body = wire.assignmentsBody(dossier, one.id);
      const report = await hand('assignments.json', body, { customer: dossier.id, relationship: one.id });
      expect(report).toMatchObject({ rows: one.assignments?.length, rejected: [] });
    }
  });
});
