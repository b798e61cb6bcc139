import { accessOf } from '#electron/directory/rows.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { CHANNELS } from '#shared/model/subscription.ts';
import { inOrder } from './in-order.ts';
import type { ItemsOf } from './json.ts';
import type { Column } from './table.ts';

/** What the list of customers shows. */
export const CUSTOMER_COLUMNS: readonly Column<CustomerRow>[] = [
  { name: 'id', width: 38, cell: ({ id }) => id },
  { name: 'name', width: 40, cell: ({ name }) => name },
  { name: 'domain', width: 32, cell: ({ domain }) => domain },
  { name: 'relationship', width: 14, cell: ({ relationship }) => relationship },
  { name: 'channels', width: 24, cell: ({ channels }) => channels.join(' ') },
  { name: 'subscriptions', width: 14, cell: ({ subscriptions }) => subscriptions },
  { name: 'access', width: 12, cell: ({ access }) => access },
  { name: 'delegationEndsAt', width: 24, cell: ({ delegationEndsAt }) => delegationEndsAt },
  { name: 'delegationAutoExtends', width: 22, cell: ({ delegationAutoExtends }) => delegationAutoExtends },
  { name: 'asOf', width: 24, cell: ({ asOf }) => asOf },
  { name: 'goneSince', width: 24, cell: ({ goneSince }) => goneSince },
];

/** A customer with all facts about it, but for what the other lists tell: its subscriptions, delegations and invitations. */
export function customerItem(profile: PartnerProfile, now: Date): ItemsOf {
  return (dossier) => {
    const { access, soonest } = accessOf(dossier, profile, now);
    return [
      {
        id: dossier.id,
        name: dossier.name,
        domain: dossier.domain,
        relationship: dossier.relationship,
        delegatedAccess: dossier.delegatedAccess,
        channels: channelsOf(dossier),
        subscriptions: dossier.subscriptions.length,
        access,
        delegationEndsAt: soonest?.endsAt ?? null,
        delegationAutoExtends: soonest?.autoExtend ?? null,
        gdapListedAt: dossier.gdapListedAt,
        resellers: inOrder(dossier.resellers, ({ partner, via }) => `${partner} ${via}`),
        seatCounts: inOrder(dossier.seatCounts, ({ sku }) => sku),
        tags: dossier.tags,
        clashes: inOrder(dossier.clashes ?? [], ({ id }) => id),
        goneUpstream: dossier.goneUpstream ?? null,
      },
    ];
  };
}

function channelsOf({ subscriptions }: Dossier): string[] {
  const there = new Set(subscriptions.map(({ channel }) => channel.value));
  return CHANNELS.filter((channel) => there.has(channel));
}
