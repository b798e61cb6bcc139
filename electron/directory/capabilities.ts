import { decide } from '#electron/policy/index.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
import { ActionName, type Capability, type InvitationFacts, type PolicyRequest } from '#shared/model/policy.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { customerFacts, staffSubject, subscriptionFacts } from './facts.ts';

interface Ask {
  readonly action: ActionName;
  readonly properties: Record<string, string>;
  /** Asked of an invitation to the customer instead of the customer itself. */
  readonly invitation?: InvitationFacts;
}

const SUBSCRIPTION_ASKS: readonly Ask[] = ActionName.options
  .filter((name) => name.startsWith('subscription.'))
  .map((action) => ({ action, properties: {} }));

/** What can be asked about a customer: by kind, and of a reseller invitation of ours or of our provider's. */
function customerAsks(profile: PartnerProfile): readonly Ask[] {
  const us = profile.partner.tenantId;
  const provider = firstProvider(profile);
  return [
    { action: 'customer.view', properties: {} },
    { action: 'customer.create', properties: {} },
    { action: 'customer.edit', properties: {} },
    invitationAsk(profile),
    { action: 'invitation.request', properties: {} },
    { action: 'invitation.send', properties: { to: 'customer' }, invitation: { kind: 'reseller', createdBy: us } },
    ...(provider
      ? [
          {
            action: 'invitation.forward' as const,
            properties: {},
            invitation: { kind: 'reseller' as const, createdBy: provider },
          },
        ]
      : []),
    { action: 'invitation.reuse', properties: {}, invitation: { kind: 'reseller' } },
    { action: 'invitation.edit-text', properties: {}, invitation: { kind: 'reseller' } },
    { action: 'invitation.edit-link', properties: {}, invitation: { kind: 'reseller' } },
    { action: 'delegation.request', properties: { kind: 'dap', service: '*' } },
    { action: 'delegation.request', properties: { kind: 'gdap' } },
    { action: 'relationship.remove', properties: {} },
    { action: 'staff.manage', properties: {} },
  ];
}

/** On the global cloud a reseller's invitation names its provider (R04): the first of ours. */
function invitationAsk(profile: PartnerProfile): Ask {
  const provider = firstProvider(profile);
  return {
    action: 'invitation.create',
    properties: { kind: 'reseller', ...(profile.cloud === 'global' && provider ? { provider } : {}) },
  };
}

const firstProvider = ({ providers }: PartnerProfile): TenantId | undefined => tenantIds(providers)?.[0];

/** Asks the policy for our own staff at a time. */
export class Capabilities {
  readonly #profile: PartnerProfile;
  readonly #subject: PolicyRequest['subject'];
  readonly #context: PolicyRequest['context'];

  constructor(profile: PartnerProfile, now: Date) {
    this.#profile = profile;
    this.#subject = staffSubject(profile);
    this.#context = { cloud: profile.cloud, time: now.toISOString(), capabilities: [] };
  }

  /** Every action on the customer itself. */
  onCustomer(dossier: Dossier): Capability[] {
    return customerAsks(this.#profile).map((ask) =>
      this.#judge(
        ask,
        ask.invitation
          ? { type: 'invitation', id: 'reseller-invitation', properties: ask.invitation }
          : this.#customer(dossier),
      ),
    );
  }

  /** Every action on one subscription. */
  onSubscription(dossier: Dossier, subscription: Subscription): Capability[] {
    const resource = this.#subscription(dossier, subscription);
    return SUBSCRIPTION_ASKS.map((ask) => this.#judge(ask, resource));
  }

  /** One action on one subscription. */
  maySubscription(action: ActionName, dossier: Dossier, subscription: Subscription): boolean {
    return this.#judge({ action, properties: {} }, this.#subscription(dossier, subscription)).decision;
  }

  /** Whether our staff may invite the customer into this kind of relationship. */
  invite(dossier: Dossier, kind: 'reseller' | 'gdap'): Capability {
    const ask: Ask =
      kind === 'gdap' ? { action: 'delegation.request', properties: { kind } } : invitationAsk(this.#profile);
    return this.#judge(ask, this.#customer(dossier));
  }

  #customer(dossier: Dossier): PolicyRequest['resource'] {
    return { type: 'customer', id: dossier.id, properties: customerFacts(dossier, this.#profile) };
  }

  #subscription(dossier: Dossier, subscription: Subscription): PolicyRequest['resource'] {
    return {
      type: 'subscription',
      id: subscription.id,
      properties: subscriptionFacts(dossier, subscription, this.#profile),
    };
  }

  #judge({ action, properties }: Ask, resource: PolicyRequest['resource']): Capability {
    const decision = decide({
      subject: this.#subject,
      action: { name: action, properties },
      resource,
      context: this.#context,
    });
    return { action, properties, ...decision };
  }
}
