import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { type Cloud, type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
import type { CustomerFacts, DelegationFacts, PolicyRequest, SubscriptionFacts } from '#shared/model/policy.ts';
import type { Subscription } from '#shared/model/subscription.ts';

/** Our own member of staff as the policy's subject. What the profile leaves out stays unknown. */
export function staffSubject(profile: PartnerProfile): PolicyRequest['subject'] {
  return {
    type: 'partner-staff',
    id: profile.staff.id,
    properties: {
      partner: profile.partner.tenantId,
      programs: profile.programs,
      providers: tenantIds(profile.providers),
      resellers: tenantIds(profile.resellers),
      roles: profile.staff.roles,
      groups: profile.staff.groups,
    },
  };
}

/**
 * A dossier as the policy sees it: what we never learned is absent, so that the policy says "unknown" and not "no".
 * Each fact is made once, for whole rows of questions rest on the same ones.
 */
export class DossierFacts {
  readonly dossier: Dossier;
  readonly #cloud: Cloud;
  readonly #us: TenantId;
  #own: CustomerFacts | undefined;
  #customer: CustomerFacts | undefined;
  readonly #subscriptions = new Map<Subscription, SubscriptionFacts>();

  constructor(dossier: Dossier, { cloud, partner }: PartnerProfile) {
    this.dossier = dossier;
    this.#cloud = cloud;
    this.#us = partner.tenantId;
  }

  ofCustomer(): CustomerFacts {
    this.#customer ??= this.#withOthersDap(this.#ownFacts());
    return this.#customer;
  }

  ofSubscription(subscription: Subscription): SubscriptionFacts {
    const kept = this.#subscriptions.get(subscription);
    if (kept) return kept;
    const isGone = Boolean(subscription.goneUpstream ?? this.dossier.goneUpstream);
    const made: SubscriptionFacts = isGone ? this.#ofGone(subscription) : this.#ofThere(subscription);
    this.#subscriptions.set(subscription, made);
    return made;
  }

  /** What its source no longer lists gives no permission: how it stands and who sells it, nobody knows any more. */
  #ofGone({ service }: Subscription): SubscriptionFacts {
    return { customer: this.#ownFacts(), service: service?.value };
  }

  #ofThere(subscription: Subscription): SubscriptionFacts {
    return {
      // What we may administer depends on our own delegations alone.
      customer: this.#ownFacts(),
      service: subscription.service?.value,
      serviceModel: subscription.serviceModel?.value,
      status: subscription.status,
      channel: subscription.channel.value,
      transactingPartner: subscription.transactingPartner?.value,
      originalReseller: subscription.originalReseller?.value.tenantId,
      partnerOfRecord: subscription.partnerOfRecord?.value,
      overlapsActiveService: overlap(this.dossier, subscription),
    };
  }

  /** No list shows another partner's DAP. Only where ours is approved is there none: one partner holds it per service. */
  #withOthersDap(facts: CustomerFacts): CustomerFacts {
    const othersUnknown = this.dossier.delegatedAccess?.value !== true || this.dossier.goneUpstream !== undefined;
    if (!othersUnknown || !facts.delegations) return facts;
    return { ...facts, delegations: [...facts.delegations, { kind: 'dap', service: '*' }] };
  }

  #ownFacts(): CustomerFacts {
    this.#own ??= this.#makeOwnFacts();
    return this.#own;
  }

  #makeOwnFacts(): CustomerFacts {
    const { goneUpstream: isGone, subscriptions } = this.dossier;
    // Whoever the list of our customers no longer names may have no tie to us any more.
    const resellers = isGone ? [] : this.dossier.resellers;
    const activeWithUs = (isGone ? [] : subscriptions).filter(
      ({ channel, goneUpstream, status }) =>
        !goneUpstream && (channel.value === 'csp-own' || channel.value === 'csp-indirect') && status === 'active',
    ).length;
    return {
      resellers: resellers.length > 0 ? resellers.map(({ partner, via }) => ({ partner, via })) : null,
      delegations: delegationFacts(this.dossier, this.#us, this.#cloud),
      // None seen is no proof that there is none: only a subscription we know of settles it.
      activeSubscriptionsWithUs: activeWithUs > 0 ? activeWithUs : null,
    };
  }
}

/** True when another active subscription of the same service is on record; otherwise unknown, for other channels may hide one. */
function overlap(dossier: Dossier, subscription: Subscription): boolean | null {
  const service = subscription.service?.value;
  const found = dossier.subscriptions.some(
    (other) =>
      other.id !== subscription.id &&
      !other.goneUpstream &&
      other.status === 'active' &&
      service &&
      other.service?.value === service,
  );
  return found ? true : null;
}

function delegationFacts(dossier: Dossier, partner: TenantId, cloud: Cloud): DelegationFacts[] | null {
  const nothingKnown = !dossier.delegatedAccess && !dossier.gdapListedAt && dossier.delegations.length === 0;
  if (nothingKnown) return null;
  // One that its source no longer lists gives nothing any more.
  const facts = dossier.delegations.filter(({ goneUpstream }) => !goneUpstream).map(delegationFactsOf);
  const declaresDap = dossier.delegations.some(
    (one) => one.kind === 'dap' && one.partner === partner && one.service === '*',
  );
  const { delegatedAccess, goneUpstream } = dossier;
  if (delegatedAccess && !(delegatedAccess.value && goneUpstream)) {
    facts.push({ partner, kind: 'dap', service: '*', status: delegatedAccess.value ? 'approved' : 'absent' });
  } else if (!declaresDap) {
    // Nobody told us whether DAP is on, or still is: a delegation of unknown status keeps the answer honest.
    facts.push({ partner, kind: 'dap', service: '*' });
  }
  // On the global cloud a GDAP relationship we never listed may outrank DAP; on 21Vianet GDAP is not described.
  if (!dossier.gdapListedAt && cloud === 'global') facts.push({ partner, kind: 'gdap' });
  return facts;
}

/** A delegation as the policy sees it. */
export function delegationFactsOf(delegation: Delegation): DelegationFacts {
  return {
    partner: delegation.partner,
    kind: delegation.kind,
    status: delegation.status,
    service: delegation.service,
    roles: delegation.roles,
    assignments: delegation.assignments?.map(({ group, roles, status }) => ({ group, roles, status })),
    endDateTime: delegation.endsAt,
    autoExtend: delegation.autoExtend,
  };
}
