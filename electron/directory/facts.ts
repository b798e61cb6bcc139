import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
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

/** A dossier as the policy sees it: what we never learned is absent, so that the policy says "unknown" and not "no". */
export function customerFacts(dossier: Dossier, profile: PartnerProfile): CustomerFacts {
  const facts = factsOf(dossier, profile);
  // No list shows another partner's DAP. Only where ours is approved is there none: one partner holds it per service.
  const othersUnknown = dossier.delegatedAccess?.value !== true;
  if (!othersUnknown || !facts.delegations) return facts;
  return { ...facts, delegations: [...facts.delegations, { kind: 'dap', service: '*' }] };
}

function factsOf(dossier: Dossier, profile: PartnerProfile): CustomerFacts {
  const activeWithUs = dossier.subscriptions.filter(
    ({ channel, status }) => (channel.value === 'csp-own' || channel.value === 'csp-indirect') && status === 'active',
  ).length;
  return {
    resellers: dossier.resellers.length > 0 ? dossier.resellers.map(({ partner, via }) => ({ partner, via })) : null,
    delegations: delegationFacts(dossier, profile),
    // None seen is no proof that there is none: only a subscription we know of settles it.
    activeSubscriptionsWithUs: activeWithUs > 0 ? activeWithUs : null,
  };
}

export function subscriptionFacts(
  dossier: Dossier,
  subscription: Subscription,
  profile: PartnerProfile,
): SubscriptionFacts {
  return {
    // What we may administer depends on our own delegations alone.
    customer: factsOf(dossier, profile),
    service: subscription.service?.value,
    serviceModel: subscription.serviceModel?.value,
    status: subscription.status,
    channel: subscription.channel.value,
    transactingPartner: subscription.transactingPartner?.value,
    originalReseller: subscription.originalReseller?.value.tenantId,
    partnerOfRecord: subscription.partnerOfRecord?.value,
    overlapsActiveService: overlap(dossier, subscription),
  };
}

/** True when another active subscription of the same service is on record; otherwise unknown, for other channels may hide one. */
function overlap(dossier: Dossier, subscription: Subscription): boolean | null {
  const service = subscription.service?.value;
  const found = dossier.subscriptions.some(
    (other) => other.id !== subscription.id && other.status === 'active' && service && other.service?.value === service,
  );
  return found ? true : null;
}

function delegationFacts(dossier: Dossier, profile: PartnerProfile): DelegationFacts[] | null {
  const partner = profile.partner.tenantId;
  const nothingKnown = !dossier.delegatedAccess && !dossier.gdapListedAt && dossier.delegations.length === 0;
  if (nothingKnown) return null;
  const facts = dossier.delegations.map(oneDelegation);
  const declaresDap = dossier.delegations.some(({ kind }) => kind === 'dap');
  if (dossier.delegatedAccess) {
    facts.push({ partner, kind: 'dap', service: '*', status: dossier.delegatedAccess.value ? 'approved' : 'absent' });
  } else if (!declaresDap) {
    // Nobody told us whether DAP is on: a delegation of unknown status keeps the answer honest.
    facts.push({ partner, kind: 'dap', service: '*' });
  }
  // On the global cloud a GDAP relationship we never listed may outrank DAP; on 21Vianet GDAP is not described.
  if (!dossier.gdapListedAt && profile.cloud === 'global') facts.push({ partner, kind: 'gdap' });
  return facts;
}

function oneDelegation(delegation: Delegation): DelegationFacts {
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
