import type { z } from 'zod';
import type { DocumentName, Ledger, Records, Stamp } from '#electron/records/records.ts';
import { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId, DelegationId } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';

/** All dossiers lie in one document. */
const ONE: DocumentName = '000';

/** Records that live for one test. What is saved must fit the model, as on the disk; every save is counted. */
export class MemoryRecords implements Records {
  readonly #ledgers = new Map<string, unknown>();
  readonly folder = 'memory';
  readonly sample = false;
  readonly protection = 'none';
  readonly readOnly = null;
  readonly profile: PartnerProfile;
  saves = 0;
  #dossiers = new Map<CustomerId, Dossier>();
  readonly #listeners: Parameters<Records['onSaved']>[0][] = [];
  readonly #derived = new Map<string, Uint8Array>();
  #stamp = 0;
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
    this.#stamp++;
    for (const dossier of dossiers) this.#dossiers.set(dossier.id, Dossier.parse(dossier));
    for (const listener of this.#listeners) await listener(dossiers, this.documents());
  }

  documents(): ReadonlyMap<DocumentName, Stamp> {
    return this.#dossiers.size === 0 ? new Map() : new Map([[ONE, String(this.#stamp)]]);
  }

  document(name: DocumentName): readonly Dossier[] {
    return name === ONE ? [...this.#dossiers.values()] : [];
  }

  documentOf(): DocumentName {
    return ONE;
  }

  onSaved(listener: Parameters<Records['onSaved']>[0]): void {
    this.#listeners.push(listener);
  }

  damaged(): readonly DamagedDocument[] {
    return [];
  }

  async readDerived(name: string): Promise<AsyncIterable<Uint8Array> | null> {
    const bytes = this.#derived.get(name);
    return bytes ? inPieces(bytes) : null;
  }

  async writeDerived(name: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
    this.#derived.set(name, Buffer.concat(pieces));
  }

  async close(): Promise<void> {
    this.#dossiers.clear();
  }

  /** The customers that have invitations. */
  invited(): CustomerId[] {
    return [...this.#dossiers.values()].filter(({ invitations }) => invitations.length > 0).map(({ id }) => id);
  }

  async ledger<T>(name: string, schema: z.ZodType<T>, empty: T): Promise<Ledger<T>> {
    const kept = this.#ledgers;
    const present = (): T => (kept.has(name) ? schema.parse(kept.get(name)) : empty);
    return {
      get value() {
        return present();
      },
      async change(next) {
        const value = next(present());
        kept.set(name, structuredClone(value));
        return value;
      },
    };
  }

  /** The customers that have a delegation of this id, as the index tells it elsewhere. */
  holders(id: DelegationId): CustomerId[] {
    const all = [...this.#dossiers.values()];
    return all.filter(({ delegations }) => delegations.some((one) => one.id === id)).map((one) => one.id);
  }

  /** Everything there is, byte for byte comparable. */
  print(): string {
    return JSON.stringify({ surroundings: this.#surroundings, dossiers: [...this.#dossiers.values()] });
  }
}

/** Cut anywhere, as what is read from the disk is. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
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
