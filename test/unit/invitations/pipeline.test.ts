import { describe, expect, it } from 'vitest';
import { linkFingerprint, listInvitations, type PipelineQuery } from '#electron/invitations/pipeline.ts';
import { CustomerId, TenantId } from '#shared/model/ids.ts';
import { type InvitationKind, InvitationStatus } from '#shared/model/invitation.ts';
import { aDossier } from '#test/unit/support/dossiers.ts';
import { anInvitation, LINK } from '#test/unit/support/invitations.ts';
import { US } from '#test/unit/support/questions.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const FIRST = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const SECOND = '4b827261-d21f-4aa9-b7db-7fa1f56fb163';

/** An invitation whose only step was taken so many days before now. */
function since(days: number, id: string, status: InvitationStatus, kind: InvitationKind = 'reseller') {
  const at = new Date(NOW.getTime() - days * 86_400_000).toISOString();
  return anInvitation(id, at, { kind, status, to: `${id}@mail.example`, history: [{ status, at, by: 'li' }] });
}

const DOSSIERS = [
  aDossier(FIRST, '青岛远洋物流集团', {
    domain: { value: 'qdyy.example', basis: 'observed', source: 'file:Customers.csv', asOf: '2026-11-01T00:00:00Z' },
    invitations: [
      since(1, 'INV-A', 'exported'),
      since(2, 'INV-B', 'accepted'),
      since(30, 'INV-C', 'sent'),
      since(60, 'INV-D', 'drafted', 'gdap'),
    ],
  }),
  aDossier(SECOND, 'İstanbul Lojistik', {
    invitations: [
      since(4, 'INV-E', 'exported'),
      since(9, 'INV-F', 'withdrawn'),
      since(10, 'INV-G', 'forwarded'),
      since(1, 'INV-H', 'superseded'),
    ],
  }),
  aDossier('55555555-5555-4555-8555-555555555555', 'Nobody invited'),
];

const list = (query: Partial<PipelineQuery> = {}, dossiers = DOSSIERS) =>
  listInvitations(dossiers, { search: '', offset: 0, limit: 100, ...query }, NOW, TenantId.parse(US));
const ids = async (query: Partial<PipelineQuery> = {}) =>
  (await list(query)).items.map(({ invitation }) => `${invitation.id}`);

describe('the pipeline', () => {
  it('shows first what needs attention, then what is open, each the longest untouched first, then the latest ends', async () => {
    expect(await ids()).toEqual(['INV-C', 'INV-E', 'INV-D', 'INV-G', 'INV-A', 'INV-H', 'INV-B', 'INV-F']);
  });

  it('tells age, need of attention, what may be marked and what else is open', async () => {
    const { items } = await list({ customer: CustomerId.parse(FIRST) });
    expect(items.map(({ age, nudge, next, open, undoable }) => ({ age, nudge, next, open, undoable }))).toEqual([
      {
        age: 30,
        nudge: true,
        next: ['forwarded', 'accepted', 'superseded', 'stale', 'withdrawn'],
        open: ['INV-A'],
        undoable: false,
      },
      {
        age: 60,
        nudge: false,
        next: ['exported', 'sent', 'forwarded', 'accepted', 'stale', 'withdrawn'],
        open: [],
        undoable: false,
      },
      {
        age: 1,
        nudge: false,
        next: ['sent', 'forwarded', 'accepted', 'superseded', 'stale', 'withdrawn'],
        open: ['INV-C'],
        undoable: false,
      },
      { age: 2, nudge: false, next: [], open: ['INV-A', 'INV-C'], undoable: false },
    ]);
  });

  it.each([
    ['exported', 3],
    ['sent', 14],
    ['forwarded', 14],
  ] as const)('asks for attention when %s for more than %d days', async (status, days) => {
    const of = async (age: number) => {
      const { items } = await list({}, [aDossier(FIRST, 'Contoso', { invitations: [since(age, 'INV-1', status)] })]);
      return items[0];
    };
    expect(await of(days)).toMatchObject({ age: days, nudge: false });
    expect(await of(days + 0.001)).toMatchObject({ age: days, nudge: true });
  });

  it('counts the states of what a search finds, whatever state is asked for', async () => {
    const all = await list();
    expect(all.total).toBe(8);
    expect(Object.values(all.counts).reduce((sum, count) => sum + count)).toBe(8);
    expect(all.nudges).toBe(2);
    const sent = await list({ search: 'qdyy', status: 'sent' });
    expect(sent).toMatchObject({ total: 1, nudges: 1, counts: { drafted: 1, exported: 1, sent: 1, accepted: 1 } });
    expect(sent.counts.forwarded).toBe(0);
  });

  it.each([
    ['远洋', 4],
    ['qingdao', 4],
    ['QDYY', 4],
    ['istanbul', 4],
    ['ıstanbul inv-e', 1],
    ['inv-f', 1],
    ['inv-g@mail', 1],
    ['istanbul qdyy', 0],
  ])('finds by customer, domain, reference and address: %s', async (search, found) => {
    expect((await list({ search })).total).toBe(found);
  });

  it('shows only what needs attention, or only the rest', async () => {
    expect(await ids({ nudge: true })).toEqual(['INV-C', 'INV-E']);
    expect(await ids({ nudge: false })).toHaveLength(6);
  });

  it('says of which the relationship is there and may be older, whatever state is asked for', async () => {
    const provenance = { basis: 'observed', source: 'file:Customers.csv', asOf: '2026-11-21T00:00:00Z' };
    const resellers = [{ partner: US, via: null, since: '2026-11-21T00:00:00Z', provenance }];
    const invitations = [since(2, 'INV-1', 'sent'), since(0, 'INV-2', 'sent'), since(2, 'INV-3', 'sent', 'gdap')];
    const { items } = await list({}, [aDossier(FIRST, 'Contoso', { resellers, invitations })]);
    expect(Object.fromEntries(items.map(({ hint, invitation }) => [invitation.id, hint]))).toEqual({
      'INV-1': 'maybe-older',
      'INV-2': null,
      'INV-3': null,
    });
  });

  it('cuts a page out of the whole order', async () => {
    expect(await ids({ offset: 1, limit: 2 })).toEqual(['INV-E', 'INV-D']);
    expect((await list({ offset: 1, limit: 2 })).total).toBe(8);
  });

  it('counts every state there is', async () => {
    expect(Object.keys((await list()).counts)).toEqual(InvitationStatus.options);
  });

  it('never shows an age below zero, as of a day before the last step', async () => {
    const before = new Date(NOW.getTime() - 90 * 86_400_000);
    const { items } = await listInvitations(
      DOSSIERS,
      { search: '', offset: 0, limit: 100 },
      before,
      TenantId.parse(US),
    );
    expect(items.map(({ age }) => age)).toEqual(items.map(() => 0));
  });
});

describe('the fingerprint of a link', () => {
  it('is the head of its SHA-256, so that equal links are told', () => {
    // printf %s "$LINK" | sha256sum
    expect(linkFingerprint(LINK)).toBe('40828981');
    expect(linkFingerprint(`${LINK} `)).not.toBe(linkFingerprint(LINK));
  });
});
