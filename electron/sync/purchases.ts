import type { Surroundings } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { type PartnerProfile, references } from '#shared/model/partner.ts';
import type { Purchase, Said } from './observations.ts';

/** Everything that tells who a partner named in a source is. */
export interface KnownPartners {
  readonly profile: PartnerProfile;
  readonly surroundings: Surroundings;
}

/** The reseller as a source names it: by name, by MPN ID, or not at all. */
export interface NamedReseller {
  readonly name: string | null;
  readonly mpnId: string | null;
}

/**
 * How a subscription that our own list shows was bought, by the reseller it names. A direct-bill partner or provider
 * transacts it; without a reseller, or with us as reseller, it is our own sale. A pure reseller sells through its provider.
 */
export function purchaseBy(reseller: NamedReseller, known: KnownPartners): Purchase {
  const { partner, programs } = known.profile;
  const unnamed = reseller.name === null && reseller.mpnId === null;
  const ours = unnamed || isUs(reseller, known.profile);
  const us = { tenantId: partner.tenantId, name: partner.name, mpnId: partner.mpnId ?? null };
  if (programs.includes('direct-bill') || programs.includes('indirect-provider')) {
    const transactingPartner: Said<TenantId> = { value: partner.tenantId, basis: 'observed' };
    if (ours) {
      return {
        channel: { value: 'csp-own', basis: 'observed' },
        transactingPartner,
        originalReseller: { value: us, basis: 'observed' },
      };
    }
    const resolved = resolve(reseller, known);
    // An MPN ID that nobody is known by may be our own when the profile does not tell ours.
    const certain = partner.mpnId !== undefined || reseller.mpnId === null || resolved.tenantId !== null;
    const basis = certain ? 'observed' : 'inferred';
    return {
      channel: { value: 'csp-indirect', basis },
      transactingPartner,
      originalReseller: { value: resolved, basis },
    };
  }
  if (!programs.includes('indirect-reseller')) {
    return { channel: { value: 'advisor', basis: 'inferred' }, transactingPartner: null };
  }
  return {
    channel: { value: 'csp-indirect', basis: 'observed' },
    transactingPartner: onlyProvider(known),
    originalReseller: ours
      ? { value: us, basis: unnamed ? 'inferred' : 'observed' }
      : { value: resolve(reseller, known), basis: 'observed' },
  };
}

/** The reseller was removed: the sale is the provider's own, and there is no reseller of record. */
export function withoutReseller(known: KnownPartners): Purchase {
  return { ...purchaseBy({ name: null, mpnId: null }, known), originalReseller: null };
}

function isUs({ name, mpnId }: NamedReseller, { partner }: PartnerProfile): boolean {
  if (mpnId !== null) return mpnId === partner.mpnId;
  return name !== null && sameName(name, partner.name);
}

function resolve(reseller: NamedReseller, { profile, surroundings }: KnownPartners) {
  const candidates = [
    ...references(profile.resellers).map((one) => ({
      tenantId: one.tenantId,
      name: one.name ?? null,
      mpnId: one.mpnId ?? null,
    })),
    ...surroundings.partners.filter(({ relation }) => relation === 'reseller'),
  ];
  const found = candidates.find((one) =>
    reseller.mpnId === null
      ? reseller.name !== null && one.name !== null && sameName(one.name, reseller.name)
      : one.mpnId === reseller.mpnId,
  );
  return {
    tenantId: found?.tenantId ?? null,
    name: reseller.name ?? found?.name ?? null,
    mpnId: reseller.mpnId ?? found?.mpnId ?? null,
  };
}

function onlyProvider({ profile, surroundings }: KnownPartners): Said<TenantId> | null {
  const providers = new Set([
    ...references(profile.providers).map(({ tenantId }) => tenantId),
    ...surroundings.partners.filter(({ relation }) => relation === 'provider').map(({ tenantId }) => tenantId),
  ]);
  const [provider] = providers;
  return provider === undefined || providers.size > 1 ? null : { value: provider, basis: 'inferred' };
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return plain(one) === plain(other);
}
