import type { Cloud } from '#shared/model/partner.ts';

/** What the services of a cloud can be asked for; the rest is left out of every pull. */
export interface Capabilities {
  /** `GET /v1/relationships`: resellers of a provider, providers of a reseller. */
  readonly partners: boolean;
  /** `GET …/subscriptions/{id}/supportcontact`. */
  readonly supportContacts: boolean;
}

/** By cloud, as Partner Center's REST pages say for which clouds a resource is. */
export const CAPABILITIES: Readonly<Record<Cloud, Capabilities>> = {
  global: { partners: true, supportContacts: true },
  '21vianet': { partners: false, supportContacts: false },
};
