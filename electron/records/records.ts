import type { z } from 'zod';
import type { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { DamagedDocument, Protection } from '#shared/model/protection.ts';

/**
 * The repository of one workspace. Dossiers are read whole, never changed in place, and saved whole:
 * a save resolves when it is on the disk. Atomicity is per dossier; what spans several must be repeatable.
 * Dossiers lie in documents of a few dozen; a document is read when a dossier in it is first asked for, and the ones
 * asked for last are kept in memory.
 */
export interface Records {
  readonly folder: string;
  readonly profile: PartnerProfile;
  /** Whether this workspace was made from the invented sample data. */
  readonly sample: boolean;
  readonly protection: Protection;
  /** Why nothing may be written now, such as that a newer version of the console wrote these records; else `null`. */
  readonly readOnly: Problem | null;
  surroundings(): Surroundings;
  /** `note` says in the audit log who does this and what it is; without it, our own staff saves the surroundings. */
  saveSurroundings(next: Surroundings, note?: Note): Promise<void>;
  /** One dossier; reads its document (some milliseconds) unless it is in memory. A damaged one is a `damaged` problem. */
  dossier(id: CustomerId): Dossier | undefined;
  /** Every dossier that can be read, document by document: seconds for many, so never while somebody waits for a key. */
  dossiers(): Iterable<Dossier>;
  /** Nothing of it is saved when one of the documents is damaged or the disk is full. The note is as above. */
  save(dossiers: readonly Dossier[], note?: Note): Promise<void>;
  /** Every document with its stamp, which is another one whenever its content is. Cheap: headers alone are read. */
  documents(): ReadonlyMap<DocumentName, Stamp>;
  /** The dossiers of one document; a damaged one is a `damaged` problem. */
  document(name: DocumentName): readonly Dossier[];
  /** The document that a customer's dossier lies in. */
  documentOf(id: CustomerId): DocumentName;
  /**
   * Called after each save, when the disk has it: what was saved, and the new stamps of its documents. The save resolves
   * when what the listeners return has, if that is a promise.
   */
  onSaved(listener: (dossiers: readonly Dossier[], stamps: ReadonlyMap<DocumentName, Stamp>) => unknown): void;
  /** The documents that were found damaged so far. */
  damaged(): readonly DamagedDocument[];
  /**
   * What is kept besides customers under a name of lowercase letters, such as what waits to be sent: sealed and durable as
   * the dossiers are. `empty` is its value until it is changed for the first time.
   */
  ledger<T>(name: string, schema: z.ZodType<T>, empty: T): Promise<Ledger<T>>;
  /**
   * Something derived from the documents, kept beside them under a name, sealed as they are: piece by piece, or `null`
   * when there is none. Going on to a piece that is damaged or missing throws `NotWhole`.
   */
  readDerived(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Takes piece after piece, each when the one before is written; none of it is kept when taking one fails. */
  writeDerived(name: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  close(): Promise<void>;
}

/** A value of its own in the records. */
export interface Ledger<T> {
  /** As the disk has it. */
  readonly value: T;
  /**
   * Puts what `next` makes of the present value in its place, after all changes before it; resolves when it is on the
   * disk. The same value again is not saved. A note of its own puts a line into the audit log; without one there is none.
   */
  change(next: (now: T) => T, note?: Note): Promise<T>;
}

/** Who does something, and what the audit log calls it, such as `import`. */
export interface Note {
  readonly by?: string;
  readonly act?: string;
}

/** A document of dossiers: three hexadecimal digits. */
export type DocumentName = string;

/** Stands for a document's content. */
export type Stamp = string;
