import type { KnownPartners } from '#electron/directory/index/searching.ts';
import type { Records } from '#electron/records/records.ts';
import type { Surroundings } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';
import { references } from '#shared/model/partner.ts';

/** What the workspace knows of other partners besides their tenant ids: names and MPN IDs. */
export class KnownPartnerNames {
  readonly #records: Records;
  #from: Surroundings | undefined;
  #names = new Map<string, string>();
  #words = new Map<string, string>();

  constructor(records: Records) {
    this.#records = records;
  }

  /** By tenant id: name and MPN ID as searches compare them. The same map while nothing more becomes known. */
  words(): KnownPartners {
    this.#read();
    return this.#words;
  }

  /** What a partner is called, where we know. */
  readonly nameOf = (tenant: string): string | null => {
    this.#read();
    return this.#names.get(tenant) ?? null;
  };

  #read(): void {
    const surroundings = this.#records.surroundings();
    if (this.#from === surroundings) return;
    this.#from = surroundings;
    const { partner, providers, resellers } = this.#records.profile;
    const known = [...references(providers), ...references(resellers), ...surroundings.partners, partner];
    this.#names = new Map(known.flatMap(({ name, tenantId }) => (name ? [[tenantId, name]] : [])));
    this.#words = new Map(
      known.map(({ mpnId, name, tenantId }) => [tenantId, `${fold(name ?? '')}\n${mpnId?.toLowerCase() ?? ''}`]),
    );
  }
}
