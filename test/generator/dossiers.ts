import type { Dossier, HistoryEntry } from '#shared/model/dossier.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import { type Customer, customerOf } from './customer.ts';
import { delegationsOf } from './delegations.ts';
import { invitationsOf } from './invitations.ts';
import { withSubscriptions } from './subscriptions.ts';
import { daysFromNow, type World } from './world.ts';

/** The dossier of the nth customer of a world; it depends on the world's seed and the number alone. */
export function dossierOf(world: World, nth: number): Dossier {
  const customer = customerOf(world, nth);
  const { domain, id, listed, name, pulled, random, reseller, standing } = customer;
  const delegations = delegationsOf(customer);
  const invitations = invitationsOf(customer, delegations);
  const dossier: Dossier = {
    id,
    name: { value: name, ...listed },
    domain: random.chance(0.98) ? { value: domain, ...listed } : null,
    relationship: { value: RELATIONSHIPS[standing], ...listed },
    delegatedAccess: delegatedAccessOf(customer, delegations),
    resellers: resellersOf(customer),
    subscriptions: [],
    seatCounts: [],
    delegations,
    gdapListedAt: delegations.some(({ kind }) => kind === 'gdap') || random.chance(0.4) ? pulled.asOf : null,
    invitations,
    tags: random.chance(TAGGED) ? random.some(TAGS, random.integer(1, 2)) : [],
    history: [],
  };
  const whole = withSubscriptions(dossier, customer);
  return { ...whole, history: historyOf(whole, customer, reseller !== null) };
}

/** The dossiers of the customers from one number up to another, one by one. */
export function* dossiers(world: World, from: number, to: number): Generator<Dossier> {
  for (let nth = from; nth < to; nth += 1) yield dossierOf(world, nth);
}

/** One customer of eight has words of our staff's own. */
const TAGGED = 0.125;
const TAGS = ['key account', 'renewal 2027', '重点客户', '续约中', '教育', '公部門', 'migration', 'at risk'];

/** The portal's own words. */
const RELATIONSHIPS = {
  own: 'Cloud Reseller',
  'through-reseller': 'Cloud Reseller, Indirect reseller',
  advisor: 'Advisor',
  stranger: 'None',
} as const;

/** Asked of customers one at a time, so that of many nobody knows; a customer with DAP in force has it switched on. */
function delegatedAccessOf({ pulled, random, world }: Customer, delegations: Dossier['delegations']) {
  if (random.chance(0.3)) return null;
  const inForce = delegations.some(
    ({ kind, partner, status }) => kind === 'dap' && partner === world.us.tenantId && status === 'approved',
  );
  return { value: inForce, ...pulled };
}

function resellersOf({ listed, random, reseller, standing, world }: Customer): Dossier['resellers'] {
  const us = world.us.tenantId;
  const elsewhere: Provenance = { ...listed, basis: 'declared', source: `staff:${world.profile.staff.id}` };
  const other = random.chance(standing === 'stranger' ? 0.4 : 0.06) ? [random.pick(world.others).tenantId] : [];
  return [
    ...(standing === 'own' || reseller
      ? [
          {
            partner: us,
            via: null,
            since: random.chance(0.5) ? listed.asOf : null,
            absentAsOf: null,
            absentSource: null,
            provenance: listed,
          },
        ]
      : []),
    ...(reseller
      ? [{ partner: reseller.tenantId, via: us, since: null, absentAsOf: null, absentSource: null, provenance: listed }]
      : []),
    ...other.map((partner) => ({
      partner,
      via: null,
      since: null,
      absentAsOf: null,
      absentSource: null,
      provenance: elsewhere,
    })),
  ];
}

function historyOf(dossier: Dossier, { listed, random, reconciled, world }: Customer, often: boolean): HistoryEntry[] {
  const imports = Array.from({ length: random.integer(0, often ? 4 : 2) }, (_, nth) => ({
    at: daysFromNow(-11 - 30 * nth),
    by: random.pick(world.staff),
    event: 'imported' as const,
    source: reconciled.source,
    subjects: random.some(dossier.subscriptions, 2).map((one) => `subscription:${one.id}`),
  }));
  const declared = dossier.subscriptions.filter(({ channel }) => channel.basis === 'declared');
  const lines: HistoryEntry[] = [
    {
      at: daysFromNow(-400),
      by: world.profile.staff.id,
      event: 'created',
      source: listed.source,
      subjects: ['customer'],
    },
    ...imports,
    ...declared.map(({ channel, id }) => ({
      at: channel.asOf,
      by: channel.source.slice('staff:'.length),
      event: 'channel-declared' as const,
      source: null,
      subjects: [`subscription:${id}`],
    })),
    ...dossier.tags.map((tag) => ({
      at: daysFromNow(-random.integer(1, 200)),
      by: random.pick(world.staff),
      event: 'tags-changed' as const,
      source: null,
      subjects: [`tag:${tag}`],
    })),
    ...dossier.invitations.flatMap(invitationLines),
  ];
  return lines.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function invitationLines({ history, id }: Invitation): HistoryEntry[] {
  return history.map(({ at, by, evidence, status }) => ({
    at,
    by,
    event:
      status === 'drafted' || status === 'exported'
        ? 'invitation-exported'
        : evidence
          ? 'invitation-accepted'
          : 'invitation-marked',
    source: evidence?.provenance.source ?? null,
    subjects: [`invitation:${id}`],
  }));
}
