import type { ServiceModel } from '#shared/model/subscription.ts';
import type { Said } from './observations.ts';

interface Guess {
  readonly service: string | null;
  readonly serviceModel: ServiceModel | null;
}

/** First match wins: licensed products that carry the name of a metered platform stand before it. */
const BY_NAME: readonly (readonly [RegExp, string, ServiceModel])[] = [
  [
    /enterprise mobility|\bems\b|azure active directory|entra id|azure information protection|\baad\b/iu,
    'enterprise-mobility-security',
    'license-based',
  ],
  [/\bintune\b/iu, 'intune', 'license-based'],
  [/power bi/iu, 'power-bi', 'license-based'],
  [/dynamics 365|dynamics crm/iu, 'dynamics-365', 'license-based'],
  [/windows 365/iu, 'windows-365', 'license-based'],
  [/power (apps|automate|platform)|powerapps/iu, 'power-platform', 'license-based'],
  [
    /(office|microsoft) ?365|\bo365\b|\bm365\b|exchange online|sharepoint online|\bteams\b/iu,
    'office-365',
    'license-based',
  ],
  [/\bvisio\b/iu, 'visio', 'license-based'],
  [/\bproject\b.*\b(plan|online|professional|essentials)\b/iu, 'project', 'license-based'],
  [/\bazure\b/iu, 'azure', 'usage-based'],
];

/** The service that an offer's name speaks of, reasoned from the name alone; `null` when it tells nothing. */
export function serviceOf(name: string): Guess {
  const plain = name.normalize('NFKC').replace(/\s+/gu, ' ');
  for (const [pattern, service, serviceModel] of BY_NAME) {
    if (pattern.test(plain)) return { service, serviceModel };
  }
  return { service: null, serviceModel: null };
}

/** The same as the two facts of a subscription, marked as reasoned. */
export function inferredService(name: string | null): {
  service: Said<string> | null;
  serviceModel: Said<ServiceModel> | null;
} {
  const { service, serviceModel } = serviceOf(name ?? '');
  return {
    service: service === null ? null : { value: service, basis: 'inferred' },
    serviceModel: serviceModel === null ? null : { value: serviceModel, basis: 'inferred' },
  };
}
