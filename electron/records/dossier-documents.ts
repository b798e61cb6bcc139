import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { LowSync } from 'lowdb';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import type { Disk } from './disk.ts';
import {
  Damaged,
  DocumentReader,
  damagedProblem,
  newerProblem,
  type Place,
  pathOf,
  previousGeneration,
} from './document.ts';
import { HEAD_BYTES, readHead } from './document-layout.ts';
import { DossierDocument } from './dossier-document.ts';
import { type DossierLines, dossierLines } from './dossier-lines.ts';
import { codeOf, mayBeHeld, PAUSES, patiently } from './durable-file.ts';
import { Recent } from './recent.ts';
import type { DocumentName, Stamp } from './records.ts';
import { documentIn, documentOf, fileOf } from './storage.ts';

/** How much of the documents is kept in memory, in bytes of their files. */
const ROOM = 8 * 1024 * 1024;

/** How many headers are read between two turns of the event loop. */
const HEADS_A_TURN = 128;

/** Stands for the content of a document that can't be read. */
const UNREADABLE: Stamp = 'unreadable';

/** The workspace that documents belong to. */
export interface Home {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: Uint8Array | null;
}

/** The documents of dossiers in one folder: their stamps, those in memory, and those that are damaged. */
export class DossierDocuments {
  readonly stamps = new Map<DocumentName, Stamp>();
  /** The highest number of an audit line that a document was written under. */
  lastEntry = 0;
  /** The problem of the first document that a newer version wrote. */
  newer: ProblemError | null = null;
  /** The documents that must be there: one of them that is not is missing. */
  readonly #known = new Set<DocumentName>();
  readonly #home: Home;
  readonly #recent = new Recent<DossierDocument>(ROOM, ({ bytes }) => bytes);
  readonly #damaged = new Map<DocumentName, DamagedDocument>();

  private constructor(home: Home) {
    this.#home = home;
  }

  /**
   * Looks at the headers of the documents that are there; `files` are the names in their folder. A document of which
   * nothing but the version before is there is missing, and one that is listed and is not there.
   */
  static async open(
    home: Home,
    files: readonly string[],
    listed: Iterable<DocumentName> = [],
  ): Promise<DossierDocuments> {
    const documents = new DossierDocuments(home);
    for (const file of files) {
      const name = documentIn(file.replace(/\.prev$/, ''));
      if (name !== undefined) documents.#known.add(name);
    }
    for (const name of listed) documents.#known.add(name);
    let turn = 0;
    for (const name of documents.#known) {
      documents.#readHead(name);
      if (++turn % HEADS_A_TURN === 0) await setImmediate();
    }
    await documents.#lookAgain();
    return documents;
  }

  /** The documents that must be there, whether they can be read or not. */
  get known(): ReadonlySet<DocumentName> {
    return this.#known;
  }

  dossier(id: CustomerId): Dossier | undefined {
    const name = documentOf(id);
    return this.#whole(name, () => this.#load(name, 'always').dossier(id));
  }

  /** The dossiers of a document; one that can't be read is a `damaged` problem. */
  document(name: DocumentName): Dossier[] {
    return this.#whole(name, () => this.#load(name, 'while there is room').all());
  }

  /** Every dossier that can be read. */
  *dossiers(): Generator<Dossier> {
    for (const name of [...this.stamps.keys()].sort()) {
      try {
        yield* this.document(name);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }
  }

  /** A document with these dossiers in it, as it shall be saved. It is read without keeping anybody waiting. */
  async changed(name: DocumentName, dossiers: readonly Dossier[]): Promise<DossierDocument> {
    const bytes = this.#recent.has(name) || !this.stamps.has(name) ? undefined : await this.#bytesOf(name);
    return this.#whole(name, () => this.#load(name, 'while there is room', bytes).with(dossiers));
  }

  /** Takes over what the disk holds now; of a document that is named only, nothing is kept in memory. */
  saved(document: DossierDocument | DocumentName, stamp: Stamp): void {
    const name = typeof document === 'string' ? document : document.name;
    this.stamps.set(name, stamp);
    this.#known.add(name);
    if (typeof document === 'string') this.#recent.delete(name);
    else this.#recent.set(name, document);
  }

  isInMemory(name: DocumentName): boolean {
    return this.#recent.has(name);
  }

  /** Forgets a document that something else than a save has changed, and looks at it anew. */
  look(name: DocumentName): void {
    this.#recent.delete(name);
    this.#damaged.delete(name);
    this.stamps.delete(name);
    this.#readHead(name);
  }

  /** Looks at all of a document anew, with patience: what is wrong with it, if anything is. */
  async examine(name: DocumentName): Promise<DamagedDocument | null> {
    this.look(name);
    await this.#lookAgain();
    try {
      this.verify(name);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
    return this.#damaged.get(name) ?? null;
  }

  /** Takes it that there is no such document any more. */
  forget(name: DocumentName): void {
    this.#known.delete(name);
  }

  damaged(): DamagedDocument[] {
    return [...this.#damaged.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
  }

  place(name: DocumentName): Place {
    return placeOf(this.#home, name);
  }

  /** Reads a document from the disk, whatever is in memory. How many dossiers it holds, or a `damaged` problem. */
  verify(name: DocumentName): number {
    return this.#whole(name, () => this.#read(name).all().length);
  }

  /** Undefined where reading it in the ordinary way will tell what is wrong. */
  async #bytesOf(name: DocumentName): Promise<Buffer | undefined> {
    try {
      return await patiently(() => this.#home.disk.read(pathOf(this.place(name))));
    } catch {
      return undefined;
    }
  }

  #load(name: DocumentName, keep: 'always' | 'while there is room', bytes?: Buffer): DossierDocument {
    const known = this.#recent.get(name);
    if (known) return known;
    // A document that is not there is an empty one, unless it was there before.
    if (!this.stamps.has(name)) return DossierDocument.empty(name);
    const document = this.#read(name, bytes);
    if (keep === 'always' || this.#recent.hasRoomFor(document)) this.#recent.set(name, document);
    return document;
  }

  #read(name: DocumentName, bytes?: Buffer): DossierDocument {
    const reader = new DocumentReader(this.place(name), dossierLines, bytes);
    const low = new LowSync<DossierLines | null>(reader, null);
    low.read();
    if (low.data === null || reader.last === null) {
      if (this.#known.has(name)) throw new Damaged('missing');
      // It could not be looked at when it was set aside.
      this.stamps.delete(name);
      this.#damaged.delete(name);
      return DossierDocument.empty(name);
    }
    const document = DossierDocument.from(name, low.data, reader.last.bytes);
    this.stamps.set(name, reader.last.stamp);
    this.#damaged.delete(name);
    return document;
  }

  #whole<T>(name: DocumentName, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      const { previous } = this.#suffer(name, error);
      throw damagedProblem(this.place(name), error, previous !== null);
    }
  }

  #suffer(name: DocumentName, { damage, detail }: Damaged): DamagedDocument {
    const previous = previousDossiers(this.place(name));
    const found: DamagedDocument = { file: fileOf(name), what: 'dossiers', damage, detail, customers: [], previous };
    this.#recent.delete(name);
    this.#damaged.set(name, found);
    this.stamps.set(name, UNREADABLE);
    return found;
  }

  #readHead(name: DocumentName): void {
    const place = this.place(name);
    try {
      const read = readHead(place.disk.readHeadSync(pathOf(place), HEAD_BYTES), place.format);
      this.#known.add(name);
      if (read.is === 'damaged') {
        this.#suffer(name, new Damaged(read.damage, read.detail));
      } else if (read.is === 'newer') {
        this.stamps.set(name, UNREADABLE);
        this.newer ??= newerProblem(place, read.version);
      } else {
        this.stamps.set(name, read.head.checksum);
        this.lastEntry = Math.max(this.lastEntry, read.head.entry);
      }
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      if (code !== 'ENOENT') this.#suffer(name, new Damaged('unreadable', code));
      else if (this.#known.has(name)) this.#suffer(name, new Damaged('missing'));
    }
  }

  /** Looks again at the documents that somebody else may hold for a moment. */
  async #lookAgain(): Promise<void> {
    for (const pause of PAUSES) {
      const held = [...this.#damaged].filter(([, one]) => isHeld(one)).map(([name]) => name);
      if (held.length === 0) return;
      await wait(pause);
      for (const name of held) this.look(name);
    }
  }
}

/** Where a document of dossiers lies. */
export function placeOf(home: Home, name: DocumentName): Place {
  return { ...home, name: fileOf(name), format: 'dossiers' };
}

/** The version before the last save, if every dossier in it is whole; `bytes` are those of its file, where they are known. */
export function previousDossiers(place: Place, bytes?: Buffer): { dossiers: number; at: string } | null {
  const previous = previousGeneration(place, dossierLines, bytes);
  if (!previous) return null;
  try {
    const name = documentIn(place.name.replace('dossiers/', '')) ?? '';
    return { dossiers: DossierDocument.from(name, previous.data, 0).all().length, at: previous.at };
  } catch (error) {
    if (error instanceof Damaged) return null;
    throw error;
  }
}

/** Whether a document may be whole, and only held by somebody else. */
export const isHeld = ({ damage, detail }: DamagedDocument): boolean => damage === 'unreadable' && mayBeHeld(detail);
