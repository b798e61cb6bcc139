import { isDeepStrictEqual } from 'node:util';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Instant } from '#shared/model/ids.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { Clash } from '#shared/model/sync.ts';

/** A dossier's subscription after a source spoke of it, with the clashes that come of it, if any. */
interface Settled {
  readonly subscription: Subscription;
  readonly clashes: Dossier['clashes'];
}

/**
 * Staff declared a channel and a source says another. The source's word counts and both are kept as a clash, whose place
 * a later word takes; where a person had decided for staff against this very word, staff's stays. When the source comes
 * to say what staff said, an open clash is over.
 */
export function settleClash(
  before: Dossier,
  existing: Subscription | undefined,
  after: Subscription,
  at: Instant,
): Settled {
  const { clashes = [] } = before;
  const unchanged = { subscription: after, clashes: before.clashes };
  // The very same: the source said nothing that counts.
  if (existing === undefined || after.channel === existing.channel) return unchanged;
  const ofThis = clashes.filter(({ subscription }) => subscription === after.id);
  const open = ofThis.find(({ resolved }) => resolved === null);
  const staff = existing.channel.basis === 'declared' ? sideOf(existing.channel) : open?.staff;
  if (staff === undefined) return unchanged;
  const upstream = sideOf(after.channel);
  const settled = open ? clashes.filter((one) => one !== open) : before.clashes;
  if (upstream.value === staff.value) return { subscription: after, clashes: settled };
  const decided = ofThis.find((one) => one.resolved && one.upstream.value === upstream.value)?.resolved;
  if (decided?.keep === 'staff') {
    const kept = { ...after, ...purchaseAsDeclared(existing, staff) };
    return { subscription: isDeepStrictEqual(kept, existing) ? existing : kept, clashes: settled };
  }
  if (decided) return { subscription: after, clashes: settled };
  if (existing.channel.basis !== 'declared' && open?.upstream.value === upstream.value) return unchanged;
  const clash: Clash = {
    id: `channel:${after.id}:${upstream.value}`,
    subscription: after.id,
    field: 'channel',
    staff,
    upstream,
    foundAt: at,
    resolved: null,
  };
  return { subscription: after, clashes: [...(settled ?? []), clash] };
}

/** The channel that staff declared. Whom a source names as partners belongs to the channel it says, and goes with that. */
function purchaseAsDeclared(
  { channel, originalReseller, transactingPartner }: Subscription,
  staff: Clash['staff'],
): Pick<Subscription, 'channel' | 'originalReseller' | 'transactingPartner'> {
  if (channel.basis === 'declared') return { channel, originalReseller, transactingPartner };
  return { channel: { ...staff, basis: 'declared' }, originalReseller: null, transactingPartner: null };
}

function sideOf({ asOf, source, value }: Subscription['channel']): Clash['staff'] {
  return { value, source, asOf };
}

/** A dossier in which a person decided a clash; undefined when it has no such clash that is open. */
export function resolveClash(
  dossier: Dossier,
  id: string,
  keep: 'staff' | 'upstream',
  by: string,
  at: Instant,
): Dossier | undefined {
  const clash = dossier.clashes?.find((one) => one.id === id && one.resolved === null);
  if (!clash) return undefined;
  // The source's word counts already.
  const decide = (one: Subscription): Subscription =>
    keep === 'staff' && one.id === clash.subscription ? { ...one, ...purchaseAsDeclared(one, clash.staff) } : one;
  return {
    ...dossier,
    subscriptions: dossier.subscriptions.map(decide),
    clashes: dossier.clashes?.map((one) => (one === clash ? { ...one, resolved: { keep, by, at } } : one)),
    history: [
      ...dossier.history,
      { at, by, event: 'clash-resolved', source: clash[keep].source, subjects: [`channel:${clash.subscription}`] },
    ],
  };
}
