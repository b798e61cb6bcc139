import { type Questions, SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { Standing } from '#electron/directory/answers/standing.ts';
import { goneSeconds } from '#electron/directory/gone-since.ts';
import { accessOf, newestAsOf } from '#electron/directory/rows.ts';
import { keysOf } from '#electron/directory/search.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';
import { newestFact } from '#shared/model/newest-fact.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { NONE } from './columns.ts';
import { isCustomerId, NOWHERE } from './customer-table.ts';
import { idKeyOf, type Table } from './table.ts';
import { GDAP_ID, type IndexTables } from './tables.ts';
import { PLACES } from './words.ts';

/** Puts a dossier into the index, in the place of what the index held of this customer. */
export function putDossier(tables: IndexTables, dossier: Dossier, document: number, asked: Questions): void {
  const { customers, rows } = tables;
  tables.version += 1;
  const known = rows.get(dossier.id);
  const row = known ?? takeCustomer(tables, dossier);
  const subscriptions = rowsFor(
    tables.subscriptions,
    tables.subscriptionsOf(row),
    dossier.subscriptions.length,
    tables,
  );
  const before = tables.delegationsOf(row);
  forgetOddIds(tables, before);
  const delegations = rowsFor(tables.delegations, before, dossier.delegations.length, tables);
  customers.document.data[row] = document;
  customers.firstSubscription.data[row] = linkRows(subscriptions, tables.subscriptions.next.data);
  customers.firstDelegation.data[row] = linkRows(delegations, tables.delegations.next.data);
  const partners = new Set<number>();
  dossier.subscriptions.forEach((subscription, nth) => {
    for (const label of putSubscription(tables, row, subscriptions[nth] ?? NONE, subscription, asked.profile)) {
      partners.add(label);
    }
  });
  dossier.delegations.forEach((delegation, nth) => {
    putDelegation(tables, row, delegations[nth] ?? NONE, delegation);
  });
  putCustomer(tables, row, dossier, partners, asked.profile);
  putStanding(tables, row, dossier, asked);
}

/** Takes a customer out of the index. */
export function removeCustomer(tables: IndexTables, row: number): void {
  const { customers, delegations, subscriptions } = tables;
  tables.version += 1;
  forgetOddIds(tables, tables.delegationsOf(row));
  rowsFor(subscriptions, tables.subscriptionsOf(row), 0, tables);
  rowsFor(delegations, tables.delegationsOf(row), 0, tables);
  const id = customers.idOf(row);
  if (isCustomerId(id)) tables.rows.delete(id);
  tables.invited.delete(row);
  customers.document.data[row] = NOWHERE;
  customers.firstSubscription.data[row] = NONE;
  customers.firstDelegation.data[row] = NONE;
  customers.subscriptions.data[row] = 0;
  customers.changed.data[row] = tables.version;
  customers.release(row);
}

/** What of a customer's rows depends on the time, as of the questions'. */
export function putStanding(tables: IndexTables, row: number, dossier: Dossier, asked: Questions): void {
  const { customers, subscriptions } = tables;
  const standing = new Standing(dossier, asked);
  const { access, soonest } = accessOf(dossier, asked.profile, asked.now);
  customers.access.data[row] = PLACES.access.indexOf(access);
  const ending = soonest ? tables.delegationsOf(row)[dossier.delegations.indexOf(soonest)] : undefined;
  customers.soonest.data[row] = ending ?? NONE;
  customers.ends.data[row] = soonest ? Date.parse(soonest.endsAt ?? '') : Number.POSITIVE_INFINITY;
  customers.since.data[row] = standing.span.since;
  customers.until.data[row] = standing.span.until;
  const { allow, deny, unknown } = standing.deciding();
  customers.allow.data[row] = allow;
  customers.deny.data[row] = deny;
  customers.unknown.data[row] = unknown;
  const answers = subscriptions.answers.data;
  tables.subscriptionsOf(row).forEach((at, nth) => {
    SUBSCRIPTION_ACTIONS.forEach((action, which) => {
      answers[at * SUBSCRIPTION_ACTIONS.length + which] = standing.onSubscription(nth, action);
    });
  });
  customers.changed.data[row] = tables.version;
}

function takeCustomer({ customers, rows }: IndexTables, { id }: Dossier): number {
  const row = customers.take();
  rows.add(row, id);
  customers.id.set(row, id);
  customers.firstSubscription.data[row] = NONE;
  customers.firstDelegation.data[row] = NONE;
  customers.idKey.data[row] = idKeyOf(id);
  return row;
}

function putCustomer(
  tables: IndexTables,
  row: number,
  dossier: Dossier,
  ofSubscriptions: Iterable<number>,
  profile: PartnerProfile,
): void {
  const { customers, instants, sets, texts } = tables;
  const { domain, id, invitations, name, relationship, resellers, subscriptions } = dossier;
  const labels = labelsOf(
    tables,
    profile,
    resellers.flatMap(({ partner, via }) => [{ tenantId: partner }, { tenantId: via }]),
  );
  customers.relationship.data[row] = texts.relationships.numberOf(relationship?.value ?? null);
  customers.channels.data[row] = subscriptions.reduce((bits, { channel }) => bits | channelBit(channel.value), 0);
  customers.subscriptions.data[row] = subscriptions.length;
  const { asOf } = newestFact(dossier);
  customers.asOf.data[row] = Date.parse(asOf);
  customers.asOfForm.data[row] = instants.formOf(asOf);
  customers.related.data[row] = sets.labels.numberOf(labels);
  customers.partners.data[row] = sets.labels.numberOf([...labels, ...ofSubscriptions]);
  customers.holders.data[row] = sets.tenants.numberOf(resellers.map(({ partner }) => texts.tenants.numberOf(partner)));
  customers.tags.data[row] = sets.tags.numberOf(dossier.tags.map((tag) => texts.tags.numberOf(tag)));
  customers.gone.data[row] = goneSeconds(dossier.goneUpstream);
  customers.keys.set(row, keysOf(dossier));
  customers.putName(row, name.value);
  customers.putDomain(row, domain?.value ?? null);
  if (invitations.length > 0) tables.invited.set(row, { id, name, domain, invitations, resellers });
  else tables.invited.delete(row);
}

function putSubscription(
  tables: IndexTables,
  customer: number,
  row: number,
  subscription: Subscription,
  profile: PartnerProfile,
): number[] {
  const { instants, sets, subscriptions, texts } = tables;
  const { channel, endDate, originalReseller, partnerOfRecord, status, supportContact, transactingPartner } =
    subscription;
  const labels = labelsOf(tables, profile, [
    originalReseller?.value ?? {},
    supportContact?.value ?? {},
    { tenantId: transactingPartner?.value ?? null },
    { tenantId: partnerOfRecord?.value ?? null },
  ]);
  const asOf = newestAsOf(subscription);
  subscriptions.customer.data[row] = customer;
  subscriptions.isRemainder.data[row] = subscription.kind === 'remainder' ? 1 : 0;
  subscriptions.channel.data[row] = PLACES.channels.indexOf(channel.value);
  subscriptions.basis.data[row] = PLACES.bases.indexOf(channel.basis);
  subscriptions.status.data[row] = status === null ? 0 : PLACES.statuses.indexOf(status) + 1;
  subscriptions.name.data[row] = texts.names.numberOf(subscription.name);
  subscriptions.service.data[row] = texts.services.numberOf(subscription.service?.value ?? null);
  subscriptions.quantity.data[row] = subscription.quantity ?? Number.NaN;
  subscriptions.ends.data[row] = endDate === null ? Number.NaN : Date.parse(endDate);
  subscriptions.asOf.data[row] = Date.parse(asOf);
  subscriptions.asOfForm.data[row] = instants.formOf(asOf);
  subscriptions.transacting.data[row] = texts.tenants.numberOf(transactingPartner?.value ?? null);
  subscriptions.partners.data[row] = sets.labels.numberOf(labels);
  subscriptions.gone.data[row] = goneSeconds(subscription.goneUpstream);
  subscriptions.putId(row, subscription.id);
  subscriptions.changed.data[row] = tables.version;
  return labels;
}

function putDelegation(tables: IndexTables, customer: number, row: number, delegation: Delegation): void {
  const { delegations, instants, oddGdapIds, texts } = tables;
  const { autoExtend, endsAt, id, kind, name, partner, service, status } = delegation;
  delegations.customer.data[row] = customer;
  delegations.isGdap.data[row] = kind === 'gdap' ? 1 : 0;
  delegations.status.data[row] = PLACES.delegationStatuses.indexOf(status);
  delegations.partner.data[row] = texts.tenants.numberOf(partner);
  delegations.service.data[row] = texts.services.numberOf(service);
  delegations.autoExtend.data[row] = autoExtend === null ? 0 : autoExtend ? 2 : 1;
  delegations.ends.data[row] = endsAt === null ? Number.NaN : Date.parse(endsAt);
  delegations.endsForm.data[row] = instants.formOf(endsAt);
  delegations.hasName.data[row] = name === null ? 0 : 1;
  delegations.idKey.data[row] = idKeyOf(id);
  delegations.id.set(row, id);
  delegations.name.set(row, nameLines(name ?? ''));
  delegations.changed.data[row] = tables.version;
  if (kind === 'gdap' && isOdd(id)) oddGdapIds.set(id, (oddGdapIds.get(id) ?? 0) + 1);
}

function nameLines(name: string): string {
  const line = name.replaceAll('\n', ' ');
  const folded = fold(line);
  return folded === line ? line : `${line}\n${folded}`;
}

const WHOLE_GDAP_ID = new RegExp(`^${GDAP_ID.source}$`);

interface PartnerLabel {
  readonly tenantId?: string | null;
  readonly name?: string | null;
  readonly mpnId?: string | null;
}

/** Partners as searches compare them. We ourselves are left out: everything has to do with us. */
function labelsOf(
  { texts }: IndexTables,
  { partner: us }: PartnerProfile,
  partners: readonly PartnerLabel[],
): number[] {
  return partners.flatMap(({ mpnId = null, name = null, tenantId = null }) => {
    const isNobody = tenantId === null && name === null && mpnId === null;
    const isUs = tenantId === null ? mpnId !== null && mpnId === us.mpnId : tenantId === us.tenantId;
    if (isNobody || isUs) return [];
    return texts.labels.numberOf(`${tenantId ?? ''}\n${fold(name ?? '')}\n${mpnId?.toLowerCase() ?? ''}`);
  });
}

const channelBit = (channel: Subscription['channel']['value']): number => 1 << PLACES.channels.indexOf(channel);

const isOdd = (id: string): boolean => !WHOLE_GDAP_ID.test(id);

function forgetOddIds({ delegations, oddGdapIds }: IndexTables, rows: readonly number[]): void {
  for (const row of rows) {
    if (!delegations.isGdap.data[row]) continue;
    const id = delegations.id.get(row);
    const count = oddGdapIds.get(id);
    if (count === 1) oddGdapIds.delete(id);
    else if (count !== undefined) oddGdapIds.set(id, count - 1);
  }
}

/** As many rows as are needed: those there are, then new ones; what is too much is given back. */
function rowsFor(
  table: Table & { readonly customer: { readonly data: Uint32Array } },
  rows: number[],
  needed: number,
  { version }: IndexTables,
): number[] {
  while (rows.length < needed) rows.push(table.take());
  for (const row of rows.splice(needed)) {
    table.customer.data[row] = NONE;
    table.changed.data[row] = version;
    table.release(row);
  }
  return rows;
}

function linkRows(rows: readonly number[], next: Uint32Array): number {
  rows.forEach((row, nth) => {
    next[row] = rows[nth + 1] ?? NONE;
  });
  return rows[0] ?? NONE;
}
