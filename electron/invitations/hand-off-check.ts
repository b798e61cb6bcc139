import type { Surroundings } from '#shared/model/dossier.ts';
import type { HandOff } from '#shared/model/hand-off.ts';
import { type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { fingerprintOf, isFingerprint } from './signature.ts';

/** How a hand-off file's key compares with the one that we kept of its maker. */
export type KeyStanding = 'first' | 'known' | 'renewed';

/** Whether an intact hand-off file is for us: of our cloud, made by a provider of ours, for us or for nobody named (R05). */
export function checkAddressee(handOff: HandOff, profile: PartnerProfile, file: string): void {
  const { audience, cloud, createdBy } = handOff;
  if (cloud !== profile.cloud) throw new ProblemError('refused', 'handOffOtherCloud', { file, cloud });
  if (!tenantIds(profile.providers)?.includes(createdBy.tenantId)) {
    const { name: partner, tenantId: tenant } = createdBy;
    throw new ProblemError('refused', 'handOffStranger', { file, partner, tenant, rule: 'R05' });
  }
  if (audience && audience.tenantId !== profile.partner.tenantId) {
    const named = audience.name ?? audience.tenantId;
    throw new ProblemError('refused', 'handOffOtherAudience', { file, audience: named, rule: 'R05' });
  }
}

/**
 * Compares the key of a hand-off file with the one that we kept of its maker. Another key than that is refused unless
 * `said`, the digits that the provider read out, are its fingerprint; digits of another key are refused always.
 */
export function checkKey(
  { createdBy, publicKey }: HandOff,
  { partnerKeys }: Pick<Surroundings, 'partnerKeys'>,
  file: string,
  said: string | undefined,
): KeyStanding {
  const fingerprint = fingerprintOf(publicKey);
  if (said !== undefined && !isFingerprint(said, publicKey)) {
    throw new ProblemError('refused', 'handOffFingerprint', { file, fingerprint, partner: createdBy.name });
  }
  const kept = partnerKeys.find(({ partner }) => partner === createdBy.tenantId);
  if (!kept) return 'first';
  if (kept.publicKey === publicKey) return 'known';
  if (said !== undefined) return 'renewed';
  throw new ProblemError('refused', 'handOffOtherKey', {
    file,
    fingerprint,
    partner: createdBy.name,
    since: kept.since.slice(0, 10),
  });
}
