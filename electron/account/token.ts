import { z } from 'zod';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { cloudOfIssuer, hostOf, serviceOfAudience } from './clouds.ts';

const Text = z.string().optional().catch(undefined);

/** What a token says of itself, as far as we look at it. Nothing here proves anything: the service does that. */
const Claims = z.object({
  aud: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
  iss: Text,
  tid: Text,
  /** Seconds since 1970. */
  exp: z.number().optional().catch(undefined),
  upn: Text,
  preferred_username: Text,
  unique_name: Text,
  name: Text,
});
export type Claims = z.infer<typeof Claims>;

/** What a token says of itself; `null` for one that keeps it to itself, as services may have it. */
export function claimsOf(token: string): Claims | null {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return null;
  try {
    return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/**
 * Refuses a token that says of itself that it is of the other cloud, for another service, or of another tenant than the
 * profile's: none of these may be sent anywhere. What it does not say is not held against it.
 */
export function refuseMisfit(token: string, service: SyncSource, profile: PartnerProfile): void {
  const claims = claimsOf(token);
  if (claims === null) return;
  const { aud, iss, tid } = claims;
  const { cloud, partner } = profile;
  const addressed = aud.map(serviceOfAudience).filter((one) => one !== undefined);
  const clouds = [cloudOfIssuer(hostOf(iss ?? '') ?? ''), ...addressed.map((one) => one.cloud ?? undefined)];
  if (clouds.some((other) => other !== undefined && other !== cloud)) {
    throw new ProblemError('refused', 'tokenOtherCloud', { cloud, service });
  }
  if (addressed.length > 0 && !addressed.some((one) => one.service === service)) {
    throw new ProblemError('refused', 'tokenOtherService', { service });
  }
  if (tid !== undefined && tid.toLowerCase() !== partner.tenantId) {
    throw new ProblemError('refused', 'accountOtherTenant', {
      tenant: tid,
      partner: partner.name,
      own: partner.tenantId,
    });
  }
}

/** Refuses a token that says of itself that its end has come. */
export function refuseEnded(token: string, service: SyncSource, now: Date): void {
  const exp = claimsOf(token)?.exp;
  if (exp !== undefined && exp * 1_000 <= now.getTime()) {
    throw new ProblemError('refused', 'tokenExpired', { service, at: new Date(exp * 1_000).toISOString() });
  }
}
