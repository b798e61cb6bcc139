import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import { likelyLanguage } from '#shared/model/customer-language.ts';
import type { Language } from '#shared/model/invitation.ts';
import type { Program, StaffRole } from '#shared/model/partner.ts';
import type { Remedy } from '#shared/model/policy.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { Case } from './seen.ts';
import { vendorChannel } from './seen-sale.ts';

type Asks = Messages['explain']['requests']['asks'];
type Ask = MessageKeys<Asks, NestedKeyOf<Asks>>;

/** Somebody else whose act would change an answer, and what to ask of them. */
export interface Request {
  readonly to: keyof Messages['explain']['requests']['to'];
  readonly ask: Ask;
}

/** What a request names besides the case itself, in words. */
export interface Named {
  /** The roles that would permit the act. */
  readonly roles: readonly StaffRole[];
  /** The other partners that hold DAP now. */
  readonly holders: readonly string[];
  /** The subscriptions that stand in the way. */
  readonly overlapping: readonly string[];
}

const TRANSACTING: ReadonlySet<Program> = new Set(['direct-bill', 'indirect-provider']);

/** The request that a remedy calls for; `null` where it is ours to do. */
export function requestFor(remedy: Remedy, { profile, subscription }: Case): Request | null {
  const { programs, cloud } = profile;
  switch (remedy.action) {
    case 'invitation.request':
      return { to: 'provider', ask: 'invitation-request' };
    case 'delegation.request': {
      // On 21Vianet it travels with an invitation, and an indirect reseller must have that from its provider.
      const byProvider = programs.includes('indirect-reseller') && !programs.some((one) => TRANSACTING.has(one));
      return cloud === '21vianet' && remedy.kind !== 'gdap' && byProvider
        ? { to: 'provider', ask: 'invitation-request' }
        : null;
    }
    case 'relationship.remove':
      return remedy.by === 'our-provider' ? { to: 'provider', ask: 'relationship-remove' } : null;
    case 'delegation.remove':
      return { to: 'customer', ask: 'delegation-remove' };
    case 'overlap.resolve':
      return { to: 'customer', ask: 'overlap-resolve' };
    case 'subscription.transfer':
      return { to: 'customer', ask: 'subscription-transfer' };
    case 'subscription.buy-and-cancel':
      return { to: 'customer', ask: 'subscription-buy-and-cancel' };
    case 'transacting-partner.ask':
      // What the vendor itself sold has no transacting partner: there the customer is to act.
      return vendorChannel(subscription) === null
        ? { to: 'transactingPartner', ask: 'transacting-partner-ask' }
        : { to: 'customer', ask: 'vendor-ask' };
    case 'service.reactivate': {
      const ours = subscription?.channel.value === 'csp-own' || subscription?.channel.value === 'csp-indirect';
      if (ours) return null;
      return {
        to: vendorChannel(subscription) === null ? 'transactingPartner' : 'customer',
        ask: 'service-reactivate',
      };
    }
    case 'staff.ask-role':
      return { to: 'administrator', ask: 'staff-ask-role' };
    case 'csp.join':
      return { to: 'administrator', ask: 'csp-join' };
    default:
      return null;
  }
}

/** The language of a request before the person chooses another: what the customer likely reads, else the window's. */
export function languageFor({ to }: Request, { dossier: { domain, name } }: Case, window: Language): Language {
  return to === 'customer' ? likelyLanguage({ name: name.value, domain: domain?.value ?? null }, window) : window;
}

/** A request ready to be sent: what is asked, of which customer and subscription, and by whom. */
export function requestText(language: Language, { ask }: Request, about: Case, named: Named): string {
  const t = createTranslator({ locale: language, messages: MESSAGES[language] });
  const { dossier, subscription, profile } = about;
  const list = (parts: readonly string[]) => new Intl.ListFormat(language, { type: 'disjunction' }).format(parts);
  const details = [
    t('explain.requests.customer', { name: dossier.name.value }),
    t('explain.requests.tenant', { id: dossier.id }),
    ...(subscription ? [t('explain.requests.subscription', { name: subscription.name })] : []),
    // The id of a remainder is of our own making and tells nobody else anything.
    ...(subscription?.kind === 'subscription' ? [t('explain.requests.subscriptionId', { id: subscription.id })] : []),
    ...(ask === 'delegation-remove' ? named.holders.map((name) => t('explain.requests.holder', { name })) : []),
    ...(ask === 'overlap-resolve' ? named.overlapping.map((name) => t('explain.requests.other', { name })) : []),
  ];
  const signature = [
    t('explain.requests.thanks'),
    profile.staff.id,
    t('explain.requests.us', { name: profile.partner.name, id: profile.partner.tenantId }),
  ];
  return [t('explain.requests.greeting'), sentences(), details.join('\n'), signature.join('\n')].join('\n\n');

  function sentences(): string {
    switch (ask) {
      case 'staff-ask-role':
        return t(`explain.requests.asks.${ask}`, {
          action: t(`terms.actions.${about.asked.action}`),
          roles: list(profile.staff.roles.map((role) => t(`terms.staffRoles.${role}`))),
          needed: list(named.roles.map((role) => t(`terms.staffRoles.${role}`))),
        });
      case 'transacting-partner-ask':
      case 'vendor-ask':
        return t(`explain.requests.asks.${ask}`, { action: t(`terms.actions.${about.asked.action}`) });
      case 'invitation-request':
      case 'relationship-remove':
      case 'delegation-remove':
      case 'overlap-resolve':
      case 'subscription-transfer':
      case 'subscription-buy-and-cancel':
      case 'service-reactivate':
      case 'csp-join':
      case 'delegation-holder':
      case 'overlap-which':
        return t(`explain.requests.asks.${ask}`);
      default:
        return assertNever(ask);
    }
  }
}
