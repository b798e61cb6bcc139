import { staffSubject } from '#electron/directory/answers/facts.ts';
import { decide } from '#electron/policy/index.ts';
import type { CustomerId, TenantId } from '#shared/model/ids.ts';
import type { InvitationKind, ReceivedLink } from '#shared/model/invitation.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName, Capability, PolicyRequest } from '#shared/model/policy.ts';

/** What the policy says of links that change hands between partners, asked by our own staff at one time. */
export class InvitationAnswers {
  readonly #profile: PartnerProfile;
  readonly #now: Date;

  constructor(profile: PartnerProfile, now: Date) {
    this.#profile = profile;
    this.#now = now;
  }

  /** May we ask for an invitation link for this customer: this provider of ours, or any of them (R31)? */
  request(customer: CustomerId, provider?: TenantId): Capability {
    const asked = provider ? { provider } : {};
    return this.#ask('invitation.request', asked, { type: 'customer', id: customer, properties: {} });
  }

  /**
   * May we forward a received link to a customer (R05)? A GDAP link that somebody accepted is spent, so of such a
   * link the question is whether it may be used again (R07).
   */
  forward({ audience, createdBy, id, kind }: ReceivedLink, acceptedBy: CustomerId | null): Capability {
    const resource = { type: 'invitation' as const, id, properties: { kind, createdBy, audience, acceptedBy } };
    const forward = this.#ask('invitation.forward', {}, resource);
    if (!forward.decision || kind === 'reseller' || acceptedBy === null) return forward;
    return this.#ask('invitation.reuse', {}, resource);
  }

  /** May we use a reseller link that the API made for us (R01; R03 and R04 forbid it to an indirect reseller)? */
  createThroughApi(): Capability {
    const properties = { kind: 'reseller', channel: 'api' };
    return this.#ask('invitation.create', properties, { type: 'invitation', id: 'own-link', properties: {} });
  }

  /** May we send a link that we created to this reseller (R02)? */
  handOver(kind: InvitationKind, reseller: TenantId): Capability {
    const properties = { kind, createdBy: this.#profile.partner.tenantId, audience: reseller };
    return this.#ask('invitation.send', { to: reseller }, { type: 'invitation', id: 'hand-over', properties });
  }

  #ask(action: ActionName, properties: Record<string, string>, resource: PolicyRequest['resource']): Capability {
    const decision = decide({
      subject: staffSubject(this.#profile),
      action: { name: action, properties },
      resource,
      context: { cloud: this.#profile.cloud, time: this.#now.toISOString(), capabilities: [] },
    });
    return { action, properties, ...decision };
  }
}
