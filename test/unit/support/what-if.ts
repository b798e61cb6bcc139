import { whatIf } from '#electron/directory/answers/what-if.ts';
import type { ChangedAnswer } from '#shared/contract/policy.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName, Outcome } from '#shared/model/policy.ts';
import { Change } from '#shared/model/what-if.ts';
import { aDossier, aSubscription, PROFILE } from './dossiers.ts';
import { CUSTOMER, GROUP, LICENSE_ADMINISTRATOR, US } from './questions.ts';

export const NOW = new Date('2026-11-22T00:00:00Z');
export const END = '2026-12-19T10:00:00Z';
export const OBSERVED = { basis: 'observed', source: 'graph', asOf: '2026-11-20T00:00:00Z' };
export const E3 = 'subscription-e3';
export const AZURE = 'subscription-azure';
export const ROLELESS = { ...PROFILE, staff: { ...PROFILE.staff, roles: [] } };

export const licensed = (service: string) => ({
  service: { value: service, ...OBSERVED },
  serviceModel: { value: 'license-based', ...OBSERVED },
});

export const gdap = (more: Record<string, unknown> = {}) => ({
  id: 'gdap-1',
  kind: 'gdap',
  name: 'Contoso GDAP',
  partner: US,
  status: 'active',
  service: '*',
  roles: [LICENSE_ADMINISTRATOR],
  assignments: [{ id: 'a1', group: GROUP, roles: [LICENSE_ADMINISTRATOR], status: 'active', provenance: OBSERVED }],
  duration: 'P730D',
  autoExtend: false,
  createdAt: null,
  activatedAt: null,
  endsAt: END,
  provenance: OBSERVED,
  ...more,
});

/** A customer that bought elsewhere and gives us access by a GDAP relationship alone. */
export const customer = (more: Record<string, unknown> = {}) =>
  aDossier(CUSTOMER, 'Contoso', {
    delegatedAccess: { value: false, ...OBSERVED },
    delegations: [gdap()],
    gdapListedAt: OBSERVED.asOf,
    subscriptions: [
      aSubscription(E3, 'Office 365 E3', 'direct', licensed('office-365')),
      aSubscription(AZURE, 'Azure', 'csp-own', { serviceModel: { value: 'usage-based', ...OBSERVED } }),
    ],
    ...more,
  });

export const changes = (...given: unknown[]): Change[] => Change.array().parse(given);

export const ask = (given: unknown[], dossier = customer(), profile: PartnerProfile = PROFILE) =>
  whatIf(dossier, profile, NOW, changes(...given));

/** What becomes of one answer; `null` where it stays. */
export const turn = (
  { changed }: { changed: ChangedAnswer[] },
  action: ActionName,
  about: { on?: string; kind?: string } = {},
): readonly [Outcome, Outcome] | null => {
  const found = changed.find(
    (one) =>
      one.action === action &&
      one.subscription === (about.on ?? null) &&
      (about.kind === undefined || one.properties.kind === about.kind),
  );
  return found ? [found.before.context.outcome, found.after.context.outcome] : null;
};
