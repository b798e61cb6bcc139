import type { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';

/**
 * The repository of one workspace. Dossiers are read whole, never changed in place, and saved whole:
 * a save resolves when it is on the disk. Atomicity is per dossier; what spans several must be repeatable.
 */
export interface Records {
  readonly folder: string;
  readonly profile: PartnerProfile;
  /** Whether this workspace was made from the invented sample data. */
  readonly sample: boolean;
  surroundings(): Surroundings;
  saveSurroundings(next: Surroundings): Promise<void>;
  dossier(id: CustomerId): Dossier | undefined;
  dossiers(): Iterable<Dossier>;
  save(dossiers: readonly Dossier[]): Promise<void>;
  close(): Promise<void>;
}
