import { describe, expect, it } from 'vitest';
import { detectAcceptance, hintOn } from '#electron/invitations/acceptance.ts';
import { importFile } from '#electron/sync/files/import.ts';
import { CustomerId, TenantId } from '#shared/model/ids.ts';
import { aDossier, PROFILE } from '#test/unit/support/dossiers.ts';
import { anInvitation } from '#test/unit/support/invitations.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const us = TenantId.parse(PROFILE.partner.tenantId);
const NEW = CustomerId.parse('55555555-5555-4555-8555-000000000001');
const OLD = CustomerId.parse('55555555-5555-4555-8555-000000000002');
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00Z`;

type Row = readonly [CustomerId, string];

/** The portal's list of customers. */
const portal = (...rows: readonly Row[]) =>
  [
    'Microsoft ID,Company name,Primary domain name,Relationship',
    ...rows.map(([id, word]) => `${id},N,n.example,${word}`),
    '',
  ].join('\n');

/** What the API answers, by default with everybody on one page. */
const api = (rows: readonly Row[], links: unknown = { self: { uri: '/v1/customers?size=40' } }) =>
  JSON.stringify({
    totalCount: rows.length,
    items: rows.map(([id, word]) => ({
      id,
      relationshipToPartner: word,
      companyProfile: { companyName: 'N', domain: 'n.example' },
    })),
    links,
  });

/** A workspace in which a customer that no list had named was invited on the 10th. */
function aWorkspace() {
  const records = new MemoryRecords(PROFILE);
  let invited = false;
  const take = async (number: number, text: string) => {
    const file = { name: `${number}.txt`, bytes: new Blob([text]), modifiedAt: day(number) };
    await importFile(
      file,
      {},
      {
        records,
        now: day(21),
        by: 'li',
        holders: (id) => records.holders(id),
        invited: () => records.invited(),
      },
    );
  };
  /** The tie to the customer, what the console notices, and what it hints at. */
  const noticed = async () => {
    const dossier = records.dossier(NEW) ?? aDossier(NEW, 'N');
    if (!invited) await records.save([{ ...dossier, invitations: [anInvitation('INV-1', '2026-11-10T09:00:00Z')] }]);
    invited = true;
    const now = records.dossier(NEW) ?? dossier;
    const [after] = detectAcceptance(now, us, new Date(day(22))).invitations;
    const [open] = now.invitations;
    const evidence = after?.history.at(-1)?.evidence;
    return {
      status: after?.status,
      absent: evidence ? [evidence.absentAsOf, evidence.absentSource] : null,
      hint: open ? hintOn(open, now, us) : null,
    };
  };
  return { records, take, noticed };
}

const ACCEPTED = (number: number) => ({
  status: 'accepted',
  absent: [day(number), `file:${number}.txt`],
});
const MAYBE_OLDER = { status: 'exported', absent: null, hint: 'maybe-older' };

describe('a customer whom the latest whole list did not name', () => {
  it('has accepted when the next list names it, and the evidence says where it was not', async () => {
    const { noticed, take } = aWorkspace();
    await take(2, portal([OLD, 'Cloud Reseller']));
    await take(5, portal([OLD, 'Cloud Reseller']));
    await take(20, portal([OLD, 'Cloud Reseller'], [NEW, 'Cloud Reseller']));
    expect(await noticed()).toMatchObject(ACCEPTED(5));
  });

  it('has accepted likewise by the API’s answers, when they are whole', async () => {
    const { noticed, take } = aWorkspace();
    await take(5, api([[OLD, 'reseller']]));
    await take(
      20,
      api([
        [OLD, 'reseller'],
        [NEW, 'reseller'],
      ]),
    );
    expect(await noticed()).toMatchObject(ACCEPTED(5));
  });

  it('has accepted when that list is imported after the one that names it', async () => {
    const { noticed, take } = aWorkspace();
    await take(20, portal([OLD, 'Cloud Reseller'], [NEW, 'Cloud Reseller']));
    expect(await noticed()).toEqual(MAYBE_OLDER);
    await take(5, portal([OLD, 'Cloud Reseller']));
    expect(await noticed()).toMatchObject(ACCEPTED(5));
  });

  it('shows nothing when an older list, imported later, does name it', async () => {
    const { noticed, take } = aWorkspace();
    await take(20, portal([NEW, 'Cloud Reseller']));
    await take(5, portal([NEW, 'Cloud Reseller']));
    await take(2, portal([OLD, 'Cloud Reseller']));
    expect(await noticed()).toEqual({ status: 'exported', absent: null, hint: null });
  });
});

describe('a list is no sign of absence', () => {
  it.each([
    ['is the first one', null],
    ['tells a customer without the relationship', portal([OLD, ''])],
    ['has a row that was not taken', `${portal([OLD, 'Cloud Reseller'])}nonsense,N,n.example,None\n`],
    [
      'is a page with another after it',
      api([[OLD, 'reseller']], { self: { uri: '/v1/customers?size=40' }, next: { uri: '/n' } }),
    ],
    ['is a later page', api([[OLD, 'reseller']], { self: { uri: '/v1/customers?seekOperation=Next' } })],
    ['is filtered', api([[OLD, 'reseller']], { self: { uri: '/v1/customers?size=40&filter=%7B%7D' } })],
    ['does not tell which page it is', api([[OLD, 'reseller']], null)],
  ])('when it %s', async (_, text) => {
    const { noticed, take } = aWorkspace();
    if (text !== null) await take(5, text);
    await take(20, portal([NEW, 'Cloud Reseller']));
    expect(await noticed()).toEqual(MAYBE_OLDER);
  });

  it('when the relationship was known by a word of its own, though one that we do not know', async () => {
    const { noticed, records, take } = aWorkspace();
    await take(3, portal([NEW, 'Revendeur']));
    await take(5, portal([OLD, 'Cloud Reseller']));
    await take(20, portal([NEW, 'Cloud Reseller']));
    expect(records.dossier(NEW)?.resellers).toMatchObject([{ since: day(20), absentAsOf: null }]);
    expect(await noticed()).toEqual(MAYBE_OLDER);
  });
});

describe('the lists that were seen whole', () => {
  it('are kept with date and source, the latest first, each once and no more than twelve', async () => {
    const { records, take } = aWorkspace();
    for (const number of [3, 1, 2, 2]) await take(number, portal([OLD, 'None']));
    expect(records.surroundings().customerLists).toEqual(
      [3, 2, 1].map((number) => ({ asOf: day(number), source: `file:${number}.txt` })),
    );
    for (let number = 4; number <= 20; number++) await take(number, portal([OLD, 'None']));
    await take(1, portal([OLD, 'None']));
    expect(records.surroundings().customerLists.map(({ asOf }) => asOf)).toEqual(
      Array.from({ length: 12 }, (_, at) => day(20 - at)),
    );
  });
});
