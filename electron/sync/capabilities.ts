import type { Cloud } from '#shared/model/partner.ts';

/** What the services of a cloud can be asked for; what they can't is left out of every pull. */
export interface Capabilities {
  /** Graph's delegated admin relationships; `unsure`: they are asked for, and a service that refuses does not have them. */
  readonly gdap: 'yes' | 'unsure';
  /** `GET /v1/relationships`: resellers of a provider, providers of a reseller. */
  readonly partners: boolean;
  /** `GET …/subscriptions/{id}/supportcontact`. */
  readonly supportContacts: boolean;
}

/**
 * By cloud, as Partner Center's REST pages say for which clouds a resource is. Of GDAP on 21Vianet no partner page speaks, and
 * Graph's own pages disagree (R21).
 */
export const CAPABILITIES: Readonly<Record<Cloud, Capabilities>> = {
  global: { gdap: 'yes', partners: true, supportContacts: true },
  '21vianet': { gdap: 'unsure', partners: false, supportContacts: false },
};
