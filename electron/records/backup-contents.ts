import { setImmediate } from 'node:timers/promises';
import type { Low } from 'lowdb';
import { z } from 'zod';
import type { Dossier } from '#shared/model/dossier.ts';
import type { AuditLog } from './audit-log.ts';
import type { BackupItem } from './backup-items.ts';
import { Damaged, damagedProblem } from './document.ts';
import type { DossierDocuments, Home } from './dossier-documents.ts';
import { ledgerDocument, ledgersIn, readLedger } from './ledger.ts';
import type { DocumentName } from './records.ts';
import type { WorkspaceDocument } from './workspace-document.ts';

/** How many documents that saves came to replace are kept in memory until the backup takes them. */
const KEPT_DOCUMENTS = 32;

/** What a backup is made of. */
interface Parts {
  readonly home: Home;
  readonly workspace: Low<WorkspaceDocument>;
  readonly documents: DossierDocuments;
  readonly audit: AuditLog;
}

/**
 * Everything in a workspace as it was at one moment, a document at a time, while saves go on. The log grows at its end
 * alone, so its length is enough; a document of dossiers is read when it has its turn, or before a save replaces it.
 */
export class BackupContents implements AsyncIterable<BackupItem> {
  readonly #documents: DossierDocuments;
  readonly #audit: AuditLog;
  readonly #beginning: readonly BackupItem[];
  /** How long the log was, in bytes. */
  readonly #logged: number;
  /** The documents that were not read yet, in their order. */
  readonly #ahead: Set<DocumentName>;
  /** What was read before its turn. */
  readonly #kept: Read[] = [];
  /** Those who wait for room there. */
  readonly #waiting: (() => void)[] = [];
  readonly #onReleased: () => void;

  private constructor(
    { audit, documents }: Parts,
    beginning: readonly BackupItem[],
    ahead: Set<DocumentName>,
    onReleased: () => void,
  ) {
    this.#documents = documents;
    this.#audit = audit;
    this.#onReleased = onReleased;
    this.#beginning = beginning;
    this.#logged = audit.length;
    this.#ahead = ahead;
  }

  /**
   * Fixes the moment: nothing may be saved until this resolves, and each save asks `before` until `onReleased` is called. A
   * ledger that can't be read is a `damaged` problem.
   */
  static async begin(parts: Parts, onReleased: () => void): Promise<BackupContents> {
    const { documents, home, workspace } = parts;
    const ahead = new Set([...documents.stamps.keys()].sort());
    const beginning: BackupItem[] = [
      { is: 'workspace', workspace: workspace.data, entry: documents.lastEntry, documents: ahead.size },
    ];
    for (const name of await ledgersIn(home)) beginning.push({ is: 'ledger', name, value: ledgerIn(home, name) });
    return new BackupContents(parts, beginning, ahead, onReleased);
  }

  /** Can be gone through once. A document that can't be read is a `damaged` problem. */
  async *[Symbol.asyncIterator](): AsyncGenerator<BackupItem> {
    try {
      yield* this.#items();
    } finally {
      this.release();
    }
  }

  /**
   * Resolves when these documents may be replaced: at once, or, where more are replaced than memory should hold, when the
   * backup has taken some of them. Never rejects: what can't be read fails the backup and not the save.
   */
  async before(names: Iterable<DocumentName>): Promise<void> {
    for (const name of names) {
      while (this.#ahead.has(name) && this.#kept.length >= KEPT_DOCUMENTS) await this.#room();
      if (!this.#ahead.delete(name)) continue;
      this.#kept.push(this.#read(name));
      await setImmediate();
    }
  }

  /** Keeps no save waiting any more, whether it was gone through or not. */
  release(): void {
    this.#ahead.clear();
    this.#kept.length = 0;
    this.#makeRoom();
    this.#onReleased();
  }

  async *#items(): AsyncGenerator<BackupItem> {
    yield* this.#beginning;
    for await (const line of this.#audit.lines(this.#logged)) {
      yield typeof line === 'string' ? { is: 'audit-unreadable', line } : { is: 'audit', entry: line };
    }
    for (let read = this.#next(); read; read = this.#next()) {
      for (const dossier of read()) yield { is: 'dossier', dossier };
      // A document takes some milliseconds: others get their turn after each.
      await setImmediate();
    }
  }

  #next(): Read | undefined {
    const kept = this.#kept.shift();
    this.#makeRoom();
    if (kept) return kept;
    const [name] = this.#ahead;
    if (name === undefined) return undefined;
    this.#ahead.delete(name);
    return this.#read(name);
  }

  #read(name: DocumentName): Read {
    try {
      const dossiers = this.#documents.document(name);
      return () => dossiers;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  }

  #room(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #makeRoom(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** The dossiers of a document that was read, or what kept it from being read, thrown. */
type Read = () => readonly Dossier[];

function ledgerIn(home: Home, name: string): unknown {
  try {
    return readLedger(home, name);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    throw damagedProblem(ledgerDocument(home, name, z.unknown()).place, error, false);
  }
}
