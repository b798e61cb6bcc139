import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { Change } from '#shared/model/sync.ts';

type Words = Readonly<Record<string, string | null>>;

/** A thing of a dossier, by what can be compared of it. */
interface Thing {
  readonly what: Change['what'];
  readonly id: string;
  readonly name: string | null;
  readonly gone: boolean;
  readonly words: Words;
}

/**
 * What is otherwise in a dossier than before, thing by thing and field by field; where and when it was learnt is no
 * difference. Of a customer that appeared nothing else is told.
 */
export function changesBetween(before: Dossier | undefined, after: Dossier): Change[] {
  if (before === undefined) {
    return [{ what: 'customer', id: after.id, name: after.name.value, how: 'appeared', fields: [] }];
  }
  const earlier = new Map(thingsOf(before).map((thing) => [keyOf(thing), thing]));
  const changes: Change[] = [];
  for (const thing of thingsOf(after)) {
    const known = earlier.get(keyOf(thing));
    earlier.delete(keyOf(thing));
    const change = changeOf(known, thing);
    if (change) changes.push(change);
  }
  // A remainder with nothing left has no line any more.
  for (const { gone, id, name, what } of earlier.values()) {
    if (!gone) changes.push({ what, id, name, how: 'gone', fields: [] });
  }
  return changes;
}

function changeOf(before: Thing | undefined, { gone, id, name, what, words }: Thing): Change | null {
  const told = { what, id, name };
  if (before === undefined) return { ...told, how: 'appeared', fields: [] };
  if (before.gone !== gone)
    return { ...told, how: gone ? 'gone' : 'returned', fields: fieldsBetween(before.words, words) };
  const fields = fieldsBetween(before.words, words);
  return fields.length === 0 ? null : { ...told, how: 'changed', fields };
}

function fieldsBetween(before: Words, after: Words): Change['fields'] {
  return Object.entries(after).flatMap(([field, now]) => {
    const then = before[field] ?? null;
    return then === now ? [] : { field, before: then, after: now };
  });
}

const keyOf = ({ id, what }: Thing): string => `${what} ${id}`;

function thingsOf(dossier: Dossier): Thing[] {
  return [
    {
      what: 'customer',
      id: dossier.id,
      name: dossier.name.value,
      gone: dossier.goneUpstream !== undefined,
      words: {
        name: dossier.name.value,
        domain: dossier.domain?.value ?? null,
        relationship: dossier.relationship?.value ?? null,
        delegatedAccess: asWord(dossier.delegatedAccess?.value),
      },
    },
    ...dossier.subscriptions.map(subscriptionThing),
    ...dossier.delegations.map(delegationThing),
    ...dossier.seatCounts.map(
      ({ name, seats, sku }): Thing => ({ what: 'seats', id: sku, name, gone: false, words: { seats: String(seats) } }),
    ),
  ];
}

function subscriptionThing(one: Subscription): Thing {
  const { endDate, goneUpstream, id, name, offerId, quantity, sku, startDate, status } = one;
  return {
    what: 'subscription',
    id,
    name,
    gone: goneUpstream !== undefined,
    words: {
      name,
      quantity: asWord(quantity),
      status,
      channel: one.channel.value,
      service: one.service?.value ?? null,
      serviceModel: one.serviceModel?.value ?? null,
      offerId,
      sku,
      startDate,
      endDate,
      transactingPartner: one.transactingPartner?.value ?? null,
      originalReseller: partnerWord(one.originalReseller?.value),
      partnerOfRecord: one.partnerOfRecord?.value ?? null,
      supportContact: partnerWord(one.supportContact?.value),
    },
  };
}

function delegationThing(one: Delegation): Thing {
  const { activatedAt, assignments, autoExtend, createdAt, duration, endsAt, goneUpstream, id, name, partner } = one;
  return {
    what: 'delegation',
    id,
    name,
    gone: goneUpstream !== undefined,
    words: {
      name,
      partner,
      status: one.status,
      duration,
      autoExtend: asWord(autoExtend),
      createdAt,
      activatedAt,
      endsAt,
      roles: rolesWord(one.roles),
      assignments:
        assignments
          ?.map(({ group, roles, status }) => [group, status, rolesWord(roles)].join(' '))
          .sort()
          .join(', ') ?? null,
    },
  };
}

type Partner = { readonly tenantId: string | null; readonly name: string | null; readonly mpnId: string | null };

const partnerWord = (partner: Partner | undefined): string | null =>
  partner?.name ?? partner?.mpnId ?? partner?.tenantId ?? null;

const rolesWord = (roles: Delegation['roles']): string | null => (roles === null ? null : [...roles].sort().join(' '));

const asWord = (value: string | number | boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
