import { describe, expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { openIndex } from '#electron/directory/index/customer-index.ts';
import { DelegationQuery } from '#shared/contract/customers.ts';
import { DelegationId } from '#shared/model/ids.ts';
import { aDossier, aGdap, PROFILE } from '#test/unit/support/dossiers.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const id = (n: number): string => `55555555-5555-4555-8555-55555555555${n}`;
const GDAP = '11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222';

async function directory(): Promise<Directory> {
  const records = new MemoryRecords(PROFILE);
  await records.save([
    aDossier(id(1), '华盛联创', {
      delegations: [
        aGdap({ id: 'late', endsAt: '2027-06-01T00:00:00Z', name: 'Kunlun Support' }),
        aGdap({ id: GDAP, endsAt: '2026-12-01T08:00:00+08:00', autoExtend: true }),
      ],
    }),
    aDossier(id(2), 'Contoso', {
      delegations: [
        aGdap({ id: 'dap', kind: 'dap', status: 'approved', service: 'office-365', autoExtend: null }),
        aGdap({ id: 'over', endsAt: '2026-12-01T00:00:00Z', status: 'terminated' }),
        aGdap({ id: 'behind', endsAt: '2026-11-01T00:00:00Z' }),
      ],
    }),
  ]);
  return new Directory(records, await openIndex(records));
}

const ids = async (query: object) =>
  (await (await directory()).delegations(DelegationQuery.parse(query), NOW)).items.map((one) => `${one.id}`);

describe('delegations of all customers', () => {
  it('stand in the order of their ends, those without one last', async () => {
    expect(await ids({})).toEqual(['behind', GDAP, 'over', 'late', 'dap']);
    expect(await ids({ offset: 1, limit: 2 })).toEqual([GDAP, 'over']);
  });

  it('are told as the records have them', async () => {
    const { items } = await (await directory()).delegations(DelegationQuery.parse({ search: '11111111' }), NOW);
    expect(items).toEqual([
      {
        id: GDAP,
        customer: id(1),
        customerName: '华盛联创',
        kind: 'gdap',
        name: null,
        partner: PROFILE.partner.tenantId,
        status: 'active',
        service: '*',
        endsAt: '2026-12-01T08:00:00+08:00',
        autoExtend: true,
      },
    ]);
  });

  it('are narrowed to those in force that end soon, and the answer says until when it holds', async () => {
    const soon = await (await directory()).delegations(DelegationQuery.parse({ expiring: 30 }), NOW);
    expect(soon.items.map((one) => `${one.id}`)).toEqual([GDAP]);
    expect(soon.until).toBe('2026-12-01T00:00:00.000Z');
    expect(await ids({ expiring: 365 })).toEqual([GDAP, 'late']);
    expect(await ids({ status: 'terminated' })).toEqual(['over']);
  });

  it.each([
    ['kunlun', ['late']],
    ['hslc', [GDAP, 'late']],
    ['contoso over', ['over']],
    ['nowhere', []],
  ])('are found by %s', async (search, found) => {
    expect(await ids({ search })).toEqual(found);
  });

  it('are known by their ids, and GDAP relationships by a link that holds their id', async () => {
    const found = await directory();
    expect(found.gdapHolders(`https://partner.example/granularAdminRelationships/${GDAP}`)).toEqual([id(1)]);
    expect(found.gdapHolders('https://partner.example/granularAdminRelationships/late')).toEqual([id(1)]);
    expect(found.gdapHolders('https://partner.example/granularAdminRelationships/dap')).toEqual([]);
    expect(found.holders(DelegationId.parse('dap'))).toEqual([id(2)]);
  });
});
