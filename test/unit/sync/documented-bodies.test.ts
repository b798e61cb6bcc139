import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { BodyKind, FileScope } from '#electron/sync/files/kind.ts';
import { apiCustomer, apiCustomers } from '#electron/sync/files/kinds/api-customers.ts';
import { apiIndirectResellers } from '#electron/sync/files/kinds/api-indirect-resellers.ts';
import { apiRelationshipRequest, apiSupportContact } from '#electron/sync/files/kinds/api-singles.ts';
import { apiSubscribedSkus } from '#electron/sync/files/kinds/api-subscribed-skus.ts';
import { apiSubscriptions } from '#electron/sync/files/kinds/api-subscriptions.ts';
import { graphAccessAssignments } from '#electron/sync/files/kinds/graph-access-assignments.ts';
import { graphCustomers } from '#electron/sync/files/kinds/graph-customers.ts';
import { graphRelationships } from '#electron/sync/files/kinds/graph-relationships.ts';
import { Reading } from '#electron/sync/pull/reading.ts';
import { recordPage } from '#electron/sync/pull/record-page.ts';
import { beginning } from '#electron/sync/pull/run.ts';
import { CustomerId, DelegationId } from '#shared/model/ids.ts';
import type { SyncSource, SyncStep } from '#shared/model/sync.ts';
import { MemoryRecords, sampleProfile } from '#test/unit/support/memory-records.ts';

const SAMPLES = new URL('../../fixtures/samples/', import.meta.url);
const CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1';
const SOLD = 'c8d8fbab-6a62-44dc-be50-b7c74e43a296';
const LISTED = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const RELATIONSHIP = '5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836';
const NOW = '2026-11-22T08:00:00.000Z';

const customer = CustomerId.parse(CUSTOMER);
const relationship = DelegationId.parse(RELATIONSHIP);

interface Answer {
  readonly step: SyncStep;
  readonly kind: BodyKind;
  readonly scope?: Partial<FileScope>;
  /** How many things the body tells of. */
  readonly items: number;
  /** Instead of what the file holds. */
  readonly body?: unknown;
}

/** What a sync asks for, and the documented answer to it, in an order in which they can be recorded. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'graph/delegatedAdminCustomers.json': { step: 'delegated-customers', kind: graphCustomers, items: 2 },
  'graph/delegatedAdminRelationships.json': { step: 'delegations', kind: graphRelationships, items: 3 },
  'graph/accessAssignments.json': {
    step: 'assignments',
    kind: graphAccessAssignments,
    scope: { customer: CustomerId.parse(LISTED), relationship, holders: () => [CustomerId.parse(LISTED)] },
    items: 1,
  },
  'partner-center/relationships-indirect-resellers.json': { step: 'partners', kind: apiIndirectResellers, items: 2 },
  'partner-center/relationshiprequest.json': { step: 'reseller-link', kind: apiRelationshipRequest, items: 1 },
  'partner-center/customers.json': { step: 'customers', kind: apiCustomers, items: 2 },
  'partner-center/customer-by-id.json': { step: 'customer-details', kind: apiCustomer, items: 1 },
  'partner-center/subscriptions.json': {
    step: 'customer-details',
    kind: apiSubscriptions,
    scope: { customer },
    items: 1,
  },
  'partner-center/subscriptions-by-partner.json': { step: 'customer-details', kind: apiSubscriptions, items: 1 },
  'partner-center/subscribedskus.json': {
    step: 'customer-details',
    kind: apiSubscribedSkus,
    scope: { customer },
    items: 2,
  },
  'partner-center/support-contact.json': {
    step: 'customer-details',
    kind: apiSupportContact,
    scope: { customer, sold: new Set([SOLD]) },
    items: 1,
  },
};

/** What no question of a sync is answered with: refusals, and what the outbox sends or gets. */
const OTHERS = [
  'graph/create-delegatedAdminRelationship.201.json',
  'graph/create-request.201.json',
  'partner-center/error.json',
  'partner-center/remove-dap-request.json',
  'partner-center/throttled-429.json',
];

const bodyOf = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, SAMPLES), 'utf8')) as unknown;

function workspace() {
  const records = new MemoryRecords(sampleProfile({}));
  const scope = (particular: Partial<FileScope> = {}): FileScope => ({
    known: { profile: records.profile, surroundings: records.surroundings() },
    customer: undefined,
    relationship: undefined,
    dossier: (id) => records.dossier(id),
    holders: () => [],
    ...particular,
  });
  const take = async (file: string, { body, kind, scope: particular, step }: Answer) => {
    const source: SyncSource = file.startsWith('graph/') ? 'graph' : 'partner-center';
    const reading = new Reading(step);
    const read = reading.read(kind, body ?? (await bodyOf(file)), scope(particular));
    const { run } = beginning(file, source, 'li@partner.example', NOW);
    const page = { ...reading.gathered(), step, asOf: NOW, next: null, done: 1, of: 1, anew: false };
    const left = await recordPage(page, run, { records, now: NOW, by: run.by, invited: () => [] });
    return { read, reading, left };
  };
  return { records, take };
}

describe('every body that the documentation prints', () => {
  it('is either an answer that a sync asks for, or known to be none', async () => {
    const folders = ['graph', 'partner-center'];
    const files = await Promise.all(
      folders.map(async (folder) => (await readdir(new URL(`${folder}/`, SAMPLES))).map((name) => `${folder}/${name}`)),
    );
    expect([...Object.keys(ANSWERS), ...OTHERS].sort()).toEqual(files.flat().sort());
  });

  it.each(Object.entries(ANSWERS))('%s is read whole, without a field that nobody knows', async (file, answer) => {
    const { take } = workspace();
    const { left, read, reading } = await take(file, answer);
    expect(reading.unreadable).toEqual([]);
    expect([...reading.unknownFields]).toEqual([]);
    expect(read).toMatchObject({ items: answer.items, isWhole: true });
    expect(left).toEqual([]);
  });

  it('has its new fields counted, were there any', async () => {
    const { take } = workspace();
    const body = { value: [{ id: LISTED, tenantId: LISTED, displayName: 'Contoso', mood: 'good' }] };
    const answer = { step: 'delegated-customers', kind: graphCustomers, items: 1, body } as const;
    const { reading } = await take('graph/new.json', answer);
    expect([...reading.unknownFields]).toEqual([['mood', 1]]);
    expect(reading.unreadable).toEqual([]);
  });

  it('merges with the others, and changes nothing the second time', async () => {
    const { records, take } = workspace();
    const all = Object.entries(ANSWERS);
    for (const [file, answer] of all) await take(file, answer);
    const delegations = records.dossier(CustomerId.parse(LISTED))?.delegations ?? [];
    expect(delegations.map(({ assignments, id }) => [id === RELATIONSHIP, assignments?.length])).toEqual([
      [true, 1],
      [false, undefined],
    ]);
    expect(records.dossier(customer)?.seatCounts.map(({ sku }) => sku)).toEqual(['EMS', 'POWER_BI_PRO']);
    expect(records.surroundings()).toMatchObject({ partners: [{ mpnId: '4847383' }, { mpnId: '4847433' }] });
    const ids = [...records.dossiers()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const before = records.print();
    for (const [file, answer] of all) await take(file, answer);
    expect(records.print()).toBe(before);
  });
});
