import type { Records } from '#electron/records/records.ts';
import { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';

/** Records that live for one test. What is saved must fit the model, as on the disk; every save is counted. */
export class MemoryRecords implements Records {
  readonly folder = 'memory';
  readonly sample = false;
  readonly profile: PartnerProfile;
  saves = 0;
  #dossiers = new Map<CustomerId, Dossier>();
  #surroundings: Surroundings = Surroundings.parse({ partners: [], groups: [], resellerLink: null });

  constructor(profile: PartnerProfile) {
    this.profile = profile;
  }

  surroundings(): Surroundings {
    return this.#surroundings;
  }

  async saveSurroundings(next: Surroundings): Promise<void> {
    this.saves++;
    this.#surroundings = Surroundings.parse(next);
  }

  dossier(id: CustomerId): Dossier | undefined {
    return this.#dossiers.get(id);
  }

  dossiers(): Iterable<Dossier> {
    return this.#dossiers.values();
  }

  async save(dossiers: readonly Dossier[]): Promise<void> {
    this.saves++;
    for (const dossier of dossiers) this.#dossiers.set(dossier.id, Dossier.parse(dossier));
  }

  async close(): Promise<void> {
    this.#dossiers.clear();
  }

  /** Everything there is, byte for byte comparable. */
  print(): string {
    return JSON.stringify({ surroundings: this.#surroundings, dossiers: [...this.#dossiers.values()] });
  }
}

/** A direct-bill partner on 21Vianet: the one whose files the samples are. */
export function sampleProfile(changes: Record<string, unknown> = {}): PartnerProfile {
  return PartnerProfile.parse({
    cloud: '21vianet',
    partner: { tenantId: '60ea59db-a506-485e-94c5-d115f369e239', name: 'Tailwind Cloud', mpnId: '4847383' },
    programs: ['indirect-provider'],
    resellers: [{ tenantId: '3b33e682-00c3-41ee-9dd2-a548adf56438', name: 'Wide World Resellers', mpnId: '5120044' }],
    staff: { id: 'li@tailwind.example', roles: ['admin-agent'] },
    ...changes,
  });
}
