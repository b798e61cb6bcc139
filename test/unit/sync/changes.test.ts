import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '#electron/sync/changes.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { Change } from '#shared/model/sync.ts';
import { aDossier, aGdap, aLicense } from '#test/unit/support/dossiers.ts';
import { GROUP, HELPDESK_ADMINISTRATOR, LICENSE_ADMINISTRATOR, RESELLER, US } from '#test/unit/support/questions.ts';

const ID = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const OLD = { basis: 'observed', source: 'partner-center', asOf: '2026-11-01T00:00:00Z' };
const NEW = { basis: 'observed', source: 'graph', asOf: '2026-11-09T00:00:00Z' };
const seats = (count: number, provenance: unknown = OLD) => [{ sku: 'EMS', name: 'EMS E3', seats: count, provenance }];

const dossier = (more: Record<string, unknown> = {}): Dossier =>
  aDossier(ID, 'Contoso', {
    subscriptions: [aLicense('s1', 'Office 365 E3', 'csp-own')],
    delegations: [aGdap()],
    seatCounts: seats(5),
    ...more,
  });

const BEFORE = dossier();
const told = (after: Dossier) => changesBetween(BEFORE, after);
const subscription = (more: Record<string, unknown>) =>
  told(dossier({ subscriptions: [aLicense('s1', 'Office 365 E3', 'csp-own', more)] }));
const delegation = (more: Record<string, unknown>) => told(dossier({ delegations: [aGdap(more)] }));
const field = (name: string, before: string | null, after: string | null) => ({ field: name, before, after });

describe('what a sync changed', () => {
  it('is nothing where only the source and the dates of facts differ', () => {
    const after = JSON.parse(JSON.stringify(BEFORE), (key, value: unknown) =>
      key === 'asOf' ? NEW.asOf : key === 'source' ? NEW.source : value,
    );
    expect(told(Dossier.parse({ ...after, gdapListedAt: NEW.asOf }))).toEqual([]);
  });

  it('of a customer that appeared is that it appeared, and nothing else', () => {
    expect(changesBetween(undefined, BEFORE)).toEqual([
      { what: 'customer', id: ID, name: 'Contoso', how: 'appeared', fields: [] },
    ]);
  });

  it('of a customer is told field by field', () => {
    const after = dossier({
      name: { value: '康拓', ...NEW },
      domain: { value: 'contoso.example', ...NEW },
      delegatedAccess: { value: false, ...NEW },
    });
    expect(told(after)).toEqual([
      {
        what: 'customer',
        id: ID,
        name: '康拓',
        how: 'changed',
        fields: [
          field('name', 'Contoso', '康拓'),
          field('domain', null, 'contoso.example'),
          field('delegatedAccess', null, 'false'),
        ],
      },
    ]);
  });

  it.each([
    ['quantity', { quantity: 9 }, '5', '9'],
    ['status', { status: 'suspended' }, 'active', 'suspended'],
    ['channel', { channel: { value: 'direct', ...NEW } }, 'csp-own', 'direct'],
    ['service', { service: { value: 'azure', ...NEW } }, 'office-365', 'azure'],
    ['serviceModel', { serviceModel: { value: 'usage-based', ...NEW } }, 'license-based', 'usage-based'],
    ['offerId', { offerId: 'o-2' }, null, 'o-2'],
    ['startDate', { startDate: '2026-01-01' }, null, '2026-01-01'],
    ['endDate', { endDate: '2026-12-31' }, null, '2026-12-31'],
    ['transactingPartner', { transactingPartner: { value: US, ...NEW } }, null, US],
    ['partnerOfRecord', { partnerOfRecord: { value: RESELLER, ...NEW } }, null, RESELLER],
    [
      'originalReseller',
      { originalReseller: { value: { tenantId: null, name: null, mpnId: '4847383' }, ...NEW } },
      null,
      '4847383',
    ],
    [
      'supportContact',
      { supportContact: { value: { tenantId: US, name: 'Kunlun', mpnId: null }, ...NEW } },
      null,
      'Kunlun',
    ],
  ])('of a subscription tells its %s', (name, more, before, after) => {
    expect(subscription(more)).toEqual([
      { what: 'subscription', id: 's1', name: 'Office 365 E3', how: 'changed', fields: [field(name, before, after)] },
    ]);
  });

  it.each([
    ['name', { name: 'Ours' }, null, 'Ours'],
    ['status', { status: 'terminated' }, 'active', 'terminated'],
    ['duration', { duration: 'P730D' }, null, 'P730D'],
    ['autoExtend', { autoExtend: true }, 'false', 'true'],
    ['endsAt', { endsAt: NEW.asOf }, null, NEW.asOf],
    ['activatedAt', { activatedAt: OLD.asOf }, null, OLD.asOf],
    ['roles', { roles: null }, LICENSE_ADMINISTRATOR, null],
    ['assignments', { assignments: [] }, `${GROUP} active ${LICENSE_ADMINISTRATOR}`, ''],
  ])('of a delegation tells its %s', (name, more, before, after) => {
    expect(delegation(more)).toMatchObject([
      { what: 'delegation', id: 'gdap-1', how: 'changed', fields: [field(name, before, after)] },
    ]);
  });

  it('tells the roles of a security group, too, whose order is no difference', () => {
    const assigned = (...roles: string[]) => ({
      assignments: [{ id: 'assignment-1', group: GROUP, roles, status: 'active', provenance: NEW }],
    });
    expect(delegation(assigned(LICENSE_ADMINISTRATOR, HELPDESK_ADMINISTRATOR))[0]?.fields).toEqual([
      field(
        'assignments',
        `${GROUP} active ${LICENSE_ADMINISTRATOR}`,
        `${GROUP} active ${LICENSE_ADMINISTRATOR} ${HELPDESK_ADMINISTRATOR}`,
      ),
    ]);
    const roles = [LICENSE_ADMINISTRATOR, HELPDESK_ADMINISTRATOR];
    const [one, other] = [roles, [...roles].reverse()].map((list) =>
      dossier({ delegations: [aGdap({ roles: list, ...assigned(...list) })] }),
    );
    if (!one || !other) throw new Error('two');
    expect(changesBetween(one, other)).toEqual([]);
  });

  it('of seats tells how many there are', () => {
    expect(told(dossier({ seatCounts: seats(8, NEW) }))).toEqual([
      { what: 'seats', id: 'EMS', name: 'EMS E3', how: 'changed', fields: [field('seats', '5', '8')] },
    ]);
  });

  it('is that a thing appeared, is gone upstream, or came back; its other fields are told with it', () => {
    const goneUpstream = { asOf: NEW.asOf, source: 'partner-center' };
    const second = aLicense('s2', 'Visio', 'csp-own');
    const first = (more = {}) => aLicense('s1', 'Office 365 E3', 'csp-own', more);
    expect(told(dossier({ subscriptions: [first(), second] }))).toMatchObject([
      { id: 's2', how: 'appeared', fields: [] },
    ]);
    const gone = dossier({ subscriptions: [first({ goneUpstream })] });
    expect(told(gone)).toMatchObject([{ what: 'subscription', id: 's1', how: 'gone', fields: [] }]);
    expect(changesBetween(gone, dossier({ subscriptions: [first({ quantity: 7 })] }))).toMatchObject([
      { id: 's1', how: 'returned', fields: [field('quantity', '5', '7')] },
    ]);
    const left = dossier({ goneUpstream });
    expect(told(left)).toMatchObject([{ what: 'customer', how: 'gone' }]);
    expect(changesBetween(left, BEFORE)).toMatchObject([{ what: 'customer', how: 'returned' }]);
  });

  it('is that a line is gone which is there no more, unless it was gone before', () => {
    expect(told(dossier({ subscriptions: [] }))).toEqual([
      { what: 'subscription', id: 's1', name: 'Office 365 E3', how: 'gone', fields: [] },
    ]);
    const goneUpstream = { asOf: NEW.asOf, source: 'partner-center' };
    const gone = dossier({ subscriptions: [aLicense('s1', 'Office 365 E3', 'csp-own', { goneUpstream })] });
    expect(changesBetween(gone, dossier({ subscriptions: [] }))).toEqual([]);
  });

  it('fits its schema, turns round in the opposite direction, and is nothing between equals', () => {
    const subscriptions = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('s1', 's2'), quantity: fc.integer({ min: 1, max: 3 }), gone: fc.boolean() }),
      { selector: ({ id }) => id },
    );
    const made = subscriptions.map((all) =>
      dossier({
        subscriptions: all.map(({ gone, id, quantity }) =>
          aLicense(id, id, 'csp-own', {
            quantity,
            ...(gone ? { goneUpstream: { asOf: NEW.asOf, source: 'partner-center' } } : {}),
          }),
        ),
      }),
    );
    fc.assert(
      fc.property(made, made, (one, other) => {
        expect(changesBetween(one, structuredClone(one))).toEqual([]);
        const there = changesBetween(one, other);
        expect(there.map((change) => Change.parse(change))).toEqual(there);
        const back = changesBetween(other, one);
        const changed = (all: Change[]) => all.filter(({ how }) => how === 'changed').map(({ id }) => id);
        expect(changed(back).sort()).toEqual(changed(there).sort());
        const turned = there.flatMap(({ fields, how, id }) =>
          how === 'changed' ? fields.map(({ after, before }) => ({ id, before: after, after: before })) : [],
        );
        const round = back.flatMap(({ fields, how, id }) =>
          how === 'changed' ? fields.map(({ after, before }) => ({ id, before, after })) : [],
        );
        const inOrder = (all: typeof round) => all.map((line) => JSON.stringify(line)).sort();
        expect(inOrder(round)).toEqual(inOrder(turned));
      }),
    );
  });
});
