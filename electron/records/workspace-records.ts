import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Low } from 'lowdb';
import type { z } from 'zod';
import type { Verification } from '#shared/contract/workspace.ts';
import type { AuditEntry } from '#shared/model/audit.ts';
import type { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { DamagedDocument, Protection } from '#shared/model/protection.ts';
import type { AuditLog } from './audit-log.ts';
import { BackupContents } from './backup-contents.ts';
import { derivedPath, readDerived, writeDerived } from './derived.ts';
import { DocumentAdapter, inaccessible, pathOf, putAtOnce } from './document.ts';
import { HEAD_BYTES, readHead, type Writing } from './document-layout.ts';
import type { DocumentList } from './document-list.ts';
import type { DossierDocument } from './dossier-document.ts';
import { type DossierDocuments, type Home, isHeld, previousDossiers } from './dossier-documents.ts';
import { dossierLines } from './dossier-lines.ts';
import { DurableBatch } from './durable-batch.ts';
import { codeOf, previousOf, readIfPresent } from './durable-file.ts';
import { keyDocument } from './key-file.ts';
import {
  examineLedgers,
  KeptLedger,
  type LedgerTrouble,
  ledgerDocument,
  ledgersIn,
  readSavedLedger,
  recoverLedger,
} from './ledger.ts';
import type { DocumentName, Ledger, Note, Records, Stamp } from './records.ts';
import { recoverDocument } from './recovery.ts';
import { examineDocument, writeDocument } from './single-document.ts';
import { documentIn, documentOf } from './storage.ts';
import { type WorkspaceDocument, workspaceDocument } from './workspace-document.ts';

/** A save of no more documents keeps them in memory: they were changed by hand, and are looked at next. */
const KEPT_AFTER_SAVE = 8;

/** How many dossiers are assigned to their documents between two turns of the event loop. */
const DOSSIERS_A_TURN = 1000;

type SavedListener = Parameters<Records['onSaved']>[0];

/** Records with what is asked of them by those who look after them. */
export interface KeptRecords extends Records {
  /** Reads everything there is from the disk. */
  verify(): Promise<Omit<Verification, 'index'>>;
  /** The audit log, the newest first. */
  audit(offset: number, limit: number): Promise<{ total: number; items: AuditEntry[] }>;
  /**
   * Sets a damaged document of dossiers, or a ledger, aside and puts the version before the last save in its place, or
   * nothing where there is none. What was derived from it must be derived anew. It is looked at first: `documentWhole`
   * when it is not damaged, `workspaceUnreadable` when somebody else may only be holding it.
   */
  recover(file: string): Promise<void>;
  /** Puts down in the audit log what is done to the workspace besides saving; the note says what. */
  record(note: Note): Promise<void>;
  /**
   * Everything in here, for a backup, as it is when this resolves; saves go on meanwhile. Whoever does not go through all
   * of it must release it. What can't be read is a `damaged` problem.
   */
  contents(): Promise<BackupContents>;
}

/** The parts of an open workspace. */
export interface Parts {
  readonly home: Home;
  readonly protection: Protection;
  readonly workspace: Low<WorkspaceDocument>;
  readonly documents: DossierDocuments;
  readonly audit: AuditLog;
  readonly list: DocumentList;
  readonly ledgers: LedgerTrouble;
  readonly clock: () => Date;
}

export class WorkspaceRecords implements KeptRecords {
  readonly #parts: Parts;
  readonly #listeners: SavedListener[] = [];
  readonly #ledgers = new Map<string, Promise<Ledger<unknown>>>();
  /** Saves run one after another: two at once on the same document could lose one. */
  #queue: Promise<void> = Promise.resolve();
  /** The backups that are being made. */
  readonly #backups = new Set<BackupContents>();
  #ledgerTrouble: LedgerTrouble;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ledgerTrouble = parts.ledgers;
  }

  get folder(): string {
    return this.#parts.home.folder;
  }

  get profile(): PartnerProfile {
    return this.#parts.workspace.data.profile;
  }

  get sample(): boolean {
    return this.#parts.workspace.data.sample;
  }

  get protection(): Protection {
    return this.#parts.protection;
  }

  get readOnly(): Problem | null {
    return (this.#parts.documents.newer ?? this.#ledgerTrouble.newer)?.problem ?? null;
  }

  surroundings(): Surroundings {
    return this.#parts.workspace.data.surroundings;
  }

  saveSurroundings(surroundings: Surroundings, note: Note = {}): Promise<void> {
    return this.#inTurn(async () => {
      await this.#putDown({ act: 'surroundings-saved', ...note }, []);
      const { home, workspace } = this.#parts;
      const next = { ...workspace.data, surroundings };
      const put = putAtOnce(home.disk, () => {
        workspace.data = next;
      });
      await writeDocument(workspaceDocument(home), next, this.#writing(), put);
    });
  }

  dossier(id: CustomerId): Dossier | undefined {
    return this.#parts.documents.dossier(id);
  }

  dossiers(): Iterable<Dossier> {
    return this.#parts.documents.dossiers();
  }

  documents(): ReadonlyMap<DocumentName, Stamp> {
    return this.#parts.documents.stamps;
  }

  document(name: DocumentName): readonly Dossier[] {
    return this.#parts.documents.document(name);
  }

  documentOf(id: CustomerId): DocumentName {
    return documentOf(id);
  }

  onSaved(listener: SavedListener): void {
    this.#listeners.push(listener);
  }

  damaged(): readonly DamagedDocument[] {
    return [...this.#parts.documents.damaged(), ...this.#ledgerTrouble.damaged];
  }

  save(dossiers: readonly Dossier[], note: Note = {}): Promise<void> {
    return this.#inTurn(async () => {
      if (dossiers.length === 0) return;
      const { home } = this.#parts;
      const batch = new DurableBatch(home.disk);
      let saved: Saved[];
      try {
        saved = await this.#stage(dossiers, batch);
        await batch.staged();
        await this.#beforeReplacing(saved.map(({ name }) => name));
        await this.#putDown(
          { act: 'dossiers-saved', ...note },
          dossiers.map(({ id }) => id),
        );
      } catch (error) {
        await batch.discard();
        throw inaccessible('workspaceUnwritable', batch.failed ?? home.folder, error);
      }
      const failure = await batch.commit().catch((error: unknown) => ({ error }));
      await this.#takeOver(saved.filter(({ path }) => batch.landed.has(path)));
      if (!failure) return await this.keepNames();
      // The log must not speak of what was not done, or not wholly.
      await this.#putDown({ ...note, act: 'saving-failed' }, []).catch(() => undefined);
      throw inaccessible('workspaceUnwritable', batch.failed ?? home.folder, failure.error);
    });
  }

  async verify(): Promise<Omit<Verification, 'index'>> {
    const { audit, documents, home } = this.#parts;
    const damaged: DamagedDocument[] = [];
    for (const single of [
      await examineDocument(keyDocument(home.folder, home.disk)),
      await examineDocument(workspaceDocument(home)),
    ]) {
      if (single) damaged.push(single);
    }
    let dossiers = 0;
    let refused = 0;
    const names = [...documents.stamps.keys()].sort();
    for (const name of names) {
      try {
        dossiers += documents.verify(name);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        refused += 1;
      }
      await setImmediate();
    }
    this.#ledgerTrouble = await examineLedgers(home);
    damaged.push(...this.damaged());
    const chain = await audit.verify(documents.lastEntry);
    const ok = damaged.length === 0 && refused === 0 && chain.ok;
    const singles = 2 + (await ledgersIn(home)).length;
    return { ok, documents: names.length + singles, dossiers, damaged, audit: chain };
  }

  audit(offset: number, limit: number): Promise<{ total: number; items: AuditEntry[] }> {
    return this.#parts.audit.page(offset, limit);
  }

  recover(file: string): Promise<void> {
    return this.#inTurn(async () => {
      const { home } = this.#parts;
      // What was found damaged before may be whole by now: it may have been held by somebody else for a moment.
      this.#ledgerTrouble = await examineLedgers(home);
      const name = documentIn(file.replace(/^dossiers\//, ''));
      if (name !== undefined) await this.#parts.documents.examine(name);
      const damaged = this.damaged().find((one) => one.file === file);
      if (!damaged) throw new ProblemError('refused', 'documentWhole', { file });
      if (isHeld(damaged)) throw inaccessible('workspaceUnreadable', join(home.folder, file), damaged.detail);
      await this.#putDown({ act: 'document-recovered' }, []);
      if (name === undefined) await this.#recoverLedger(damaged);
      else await this.#recoverDossiers(name);
    });
  }

  record(note: Note): Promise<void> {
    return this.#inTurn(() => this.#putDown(note, []));
  }

  async contents(): Promise<BackupContents> {
    this.#refuseClosed();
    return await this.#next(async () => {
      const contents = await BackupContents.begin(this.#parts, () => this.#backups.delete(contents));
      this.#backups.add(contents);
      return contents;
    });
  }

  ledger<T>(name: string, schema: z.ZodType<T>, empty: T): Promise<Ledger<T>> {
    // A name stands for one schema: whoever asks again means the same ledger.
    const known = this.#ledgers.get(name) as Promise<Ledger<T>> | undefined;
    const ledger = known ?? this.#openLedger(name, schema, empty);
    this.#ledgers.set(name, ledger);
    ledger.catch(() => this.#ledgers.delete(name));
    return ledger;
  }

  readDerived(name: string): Promise<AsyncIterable<Uint8Array> | null> {
    return readDerived(this.#parts.home, name);
  }

  async writeDerived(name: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const { clock, home } = this.#parts;
    try {
      await writeDerived(home, name, bytes, clock().toISOString());
    } catch (error) {
      // Whoever gives the bytes may have reasons of its own to stop.
      if (codeOf(error) === undefined) throw error;
      throw inaccessible('workspaceUnwritable', derivedPath(home, name), error);
    }
  }

  /**
   * Puts down which documents there are, so that one is missed that is lost. The next save or opening tries again what
   * fails: nothing depends on it while the documents are there.
   */
  async keepNames(): Promise<void> {
    const { documents, list } = this.#parts;
    await list.keep(documents.known, this.#writing()).catch(() => undefined);
  }

  /** Waits for what is being saved; what comes later is refused, since somebody else may hold the workspace by then. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
  }

  async #openLedger<T>(name: string, schema: z.ZodType<T>, empty: T): Promise<Ledger<T>> {
    const { home } = this.#parts;
    const document = ledgerDocument(home, name, schema);
    const save = async (next: T, note: Note, landed: () => void): Promise<void> => {
      if (note.act !== undefined) await this.#putDown(note, []);
      await writeDocument(document, next, this.#writing(), putAtOnce(home.disk, landed));
    };
    const saved = await readSavedLedger(document);
    return new KeptLedger<T>(saved === undefined ? empty : saved, (work) => this.#inTurn(work), save);
  }

  async #recoverLedger(damaged: DamagedDocument): Promise<void> {
    const { home, list } = this.#parts;
    await recoverLedger(home, damaged);
    this.#ledgers.clear();
    this.#ledgerTrouble = await examineLedgers(home);
    await list.read();
    await this.keepNames();
  }

  async #recoverDossiers(name: DocumentName): Promise<void> {
    const { documents, list } = this.#parts;
    const place = documents.place(name);
    await this.#beforeReplacing([name]);
    try {
      // A version before that can't be read now is not one that is not whole.
      const previous = await readIfPresent(previousOf(pathOf(place)), place.disk);
      if (previous && previousDossiers(place, previous)) {
        await recoverDocument(place, previous);
      } else {
        // First the list: what was set aside must not be missed, however far that came.
        await list.keep(new Set([...documents.known].filter((one) => one !== name)), this.#writing());
        documents.forget(name);
        await recoverDocument(place, null);
      }
    } catch (error) {
      throw inaccessible('workspaceUnwritable', pathOf(place), error);
    } finally {
      documents.look(name);
    }
  }

  /** For a document that is written by itself: the audit log has spoken of it already. */
  #writing(): Writing {
    const { audit, clock } = this.#parts;
    return { at: clock().toISOString(), entry: audit.next - 1 };
  }

  /** Writes every document concerned under a temporary name; nothing is changed yet. */
  async #stage(dossiers: readonly Dossier[], batch: DurableBatch): Promise<Saved[]> {
    const { audit, clock } = this.#parts;
    const writing: Writing = { at: clock().toISOString(), entry: audit.next };
    const changes = await byDocument(dossiers);
    const saved: Saved[] = [];
    for (const [name, members] of changes) {
      saved.push(await this.#stageOne(name, members, writing, batch, changes.size <= KEPT_AFTER_SAVE));
      // One document takes some milliseconds: others get their turn after each.
      await setImmediate();
    }
    return saved;
  }

  async #stageOne(
    name: DocumentName,
    members: readonly Dossier[],
    writing: Writing,
    batch: DurableBatch,
    keep: boolean,
  ): Promise<Saved> {
    const { documents } = this.#parts;
    const place = documents.place(name);
    const document = await this.#toSave(name, members);
    let stamp = '';
    let bytes = 0;
    const adapter = new DocumentAdapter(place, dossierLines, {
      writing: () => writing,
      put: async (path, pieces) => {
        stamp = stampOf(pieces);
        bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
        await batch.stage(path, pieces);
      },
    });
    await new Low(adapter, document.data()).write();
    const kept = keep || documents.isInMemory(name) ? document.sized(bytes) : null;
    return { name, path: pathOf(place), members, stamp, document: kept };
  }

  async #toSave(name: DocumentName, members: readonly Dossier[]): Promise<DossierDocument> {
    const { documents } = this.#parts;
    try {
      return await documents.changed(name, members);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'damaged') throw error;
      throw new ProblemError('damaged', 'documentDamaged', { file: pathOf(documents.place(name)) });
    }
  }

  /** What readers see changes only after the disk has it. */
  async #takeOver(saved: readonly Saved[]): Promise<void> {
    const { documents } = this.#parts;
    for (const { document, name, stamp } of saved) documents.saved(document ?? name, stamp);
    if (saved.length === 0) return;
    const stamps = new Map(saved.map(({ name, stamp }) => [name, stamp]));
    const dossiers = saved.flatMap(({ members }) => members);
    for (const listener of this.#listeners) await listener(dossiers, stamps);
  }

  /** Lets every backup that is being made have what documents hold now. */
  async #beforeReplacing(names: readonly DocumentName[]): Promise<void> {
    for (const backup of this.#backups) await backup.before(names);
  }

  /** Adds a line to the audit log. */
  async #putDown({ act = 'recorded', by = this.profile.staff.id }: Note, customers: readonly string[]): Promise<void> {
    const { audit, clock, documents } = this.#parts;
    await audit.append({ at: clock().toISOString(), by, act, customers });
    documents.lastEntry = audit.next - 1;
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    this.#refuseClosed();
    const newer = this.readOnly;
    if (newer) throw new ProblemError('refused', 'workspaceReadOnly', newer.values);
    await this.#next(work);
  }

  #refuseClosed(): void {
    if (this.#closed) throw new ProblemError('busy', 'workspaceClosed', { folder: this.folder });
  }

  /** Runs work after everything that was begun before. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}

/** A document that was changed; kept in memory where it is not `null`. */
interface Saved {
  readonly name: DocumentName;
  readonly path: string;
  readonly members: readonly Dossier[];
  readonly stamp: Stamp;
  readonly document: DossierDocument | null;
}

/** The last of two dossiers of one customer is the one that is saved. */
async function byDocument(dossiers: readonly Dossier[]): Promise<Map<DocumentName, Dossier[]>> {
  const changes = new Map<DocumentName, Dossier[]>();
  for (const [index, dossier] of dossiers.entries()) {
    if (index % DOSSIERS_A_TURN === DOSSIERS_A_TURN - 1) await setImmediate();
    const name = documentOf(dossier.id);
    const members = changes.get(name);
    if (members) members.push(dossier);
    else changes.set(name, [dossier]);
  }
  return changes;
}

function stampOf([head]: readonly Uint8Array[]): Stamp {
  const read = readHead(Buffer.from(head ?? []).subarray(0, HEAD_BYTES), 'dossiers');
  return read.is === 'whole' ? read.head.checksum : '';
}
