import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
import { type ActionName, type InvitationFacts, type PolicyRequest, SubscriptionAction } from '#shared/model/policy.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { DossierFacts, staffSubject } from './facts.ts';

interface Ask {
  readonly action: ActionName;
  readonly properties: Record<string, string>;
  /** Asked of an invitation to the customer instead of the customer itself. */
  readonly invitation?: InvitationFacts;
}

/** One question to the policy: an action, the properties it is asked with, and the whole request. */
export interface Question {
  readonly action: ActionName;
  readonly properties: Record<string, string>;
  readonly request: PolicyRequest;
}

/** Every action on a subscription, in the order in which they are asked. */
export const SUBSCRIPTION_ACTIONS: readonly SubscriptionAction[] = SubscriptionAction.options;

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

/** The questions that our own staff ask the policy at one time, in words that the policy understands. */
export class Questions {
  readonly now: Date;
  readonly profile: PartnerProfile;
  readonly #subject: PolicyRequest['subject'];
  readonly #context: PolicyRequest['context'];
  readonly #customerAsks: readonly Ask[];
  /** Of the dossier that was asked about last: one dossier gets all its questions in a row. */
  #facts: DossierFacts | undefined;

  /** `capabilities` are what the cloud is known to offer beyond its documents, such as `gdap` on 21Vianet (R21). */
  constructor(profile: PartnerProfile, now: Date, capabilities: readonly string[] = []) {
    this.profile = profile;
    this.now = now;
    this.#subject = staffSubject(profile);
    this.#context = { cloud: profile.cloud, time: now.toISOString(), capabilities: [...capabilities] };
    this.#customerAsks = customerAsks(profile);
  }

  /** Every question about the customer itself. */
  ofCustomer(dossier: Dossier): Question[] {
    return this.#customerAsks.map((ask) =>
      this.#question(
        ask,
        ask.invitation
          ? { type: 'invitation', id: 'reseller-invitation', properties: ask.invitation }
          : this.#customer(dossier),
      ),
    );
  }

  /** Whether an action may be done on a subscription. */
  ofSubscription(dossier: Dossier, subscription: Subscription, action: SubscriptionAction): Question {
    const properties = this.#factsOf(dossier).ofSubscription(subscription);
    return this.#question({ action, properties: {} }, { type: 'subscription', id: subscription.id, properties });
  }

  /** Whether the customer may be invited into this kind of relationship. */
  invitation(dossier: Dossier, kind: 'reseller' | 'gdap'): Question {
    const ask: Ask =
      kind === 'gdap' ? { action: 'delegation.request', properties: { kind } } : invitationAsk(this.profile);
    return this.#question(ask, this.#customer(dossier));
  }

  #customer(dossier: Dossier): PolicyRequest['resource'] {
    return { type: 'customer', id: dossier.id, properties: this.#factsOf(dossier).ofCustomer() };
  }

  #factsOf(dossier: Dossier): DossierFacts {
    if (this.#facts?.dossier !== dossier) this.#facts = new DossierFacts(dossier, this.profile);
    return this.#facts;
  }

  #question({ action, properties }: Ask, resource: PolicyRequest['resource']): Question {
    return {
      action,
      properties,
      request: { subject: this.#subject, action: { name: action, properties }, resource, context: this.#context },
    };
  }
}
