import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import type { Disk } from './disk.ts';
import {
  Damaged,
  DocumentReader,
  damagedProblem,
  inaccessible,
  jsonOf,
  pathOf,
  previousGeneration,
} from './document.ts';
import type { Home } from './dossier-documents.ts';
import { previousOf, readIfPresent } from './durable-file.ts';
import type { Ledger, Note } from './records.ts';
import { recoverDocument } from './recovery.ts';
import { examineDocument, readDocument, type SingleDocument } from './single-document.ts';
import { ledgerFolder } from './storage.ts';
import { filesIn } from './workspace-document.ts';

/** Lowercase letters in words: a ledger's file is named by it. */
export const LedgerName = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);

/** Where a ledger lies: a document of its own, laid out, sealed and saved as all are. */
export function ledgerDocument<T>(home: Home, name: string, schema: z.ZodType<T>): SingleDocument<T> {
  return { place: { ...home, name: `ledgers/${LedgerName.parse(name)}.json`, format: 'ledger' }, schema };
}

/** Saves a ledger's next value, one save after another, and calls `landed` when the disk has taken it. */
type Save<T> = (next: T, note: Note, landed: () => void) => Promise<void>;

/** A ledger in memory, as the disk holds it. */
export class KeptLedger<T> implements Ledger<T> {
  #value: T;
  readonly #inTurn: (work: () => Promise<void>) => Promise<void>;
  readonly #save: Save<T>;

  constructor(value: T, inTurn: (work: () => Promise<void>) => Promise<void>, save: Save<T>) {
    this.#value = value;
    this.#inTurn = inTurn;
    this.#save = save;
  }

  get value(): T {
    return this.#value;
  }

  async change(next: (now: T) => T, note: Note = {}): Promise<T> {
    await this.#inTurn(async () => {
      const value = next(this.#value);
      if (value === this.#value) return;
      await this.#save(value, note, () => {
        this.#value = value;
      });
    });
    return this.#value;
  }
}

/** The ledgers of a workspace, by name. */
export async function ledgersIn({ disk, folder }: { readonly disk: Disk; readonly folder: string }): Promise<string[]> {
  const files = (await filesIn(ledgerFolder(folder), disk)) ?? [];
  const names = files.map((file) => /^([a-z-]+)\.json(?:\.prev)?$/.exec(file)?.[1]);
  return [...new Set(names.filter((name) => LedgerName.safeParse(name).success))].map(String).sort();
}

/** What a ledger holds, whatever that is, for a backup; one that can't be read throws `Damaged`. */
export function readLedger(home: Home, name: string): unknown {
  const { place, schema } = ledgerDocument(home, name, z.unknown());
  const read = new DocumentReader(place, jsonOf(schema)).read();
  if (read === null) throw new Damaged('missing');
  return read;
}

/** What keeps ledgers from being read: damage, or the first problem of one that a newer version wrote. */
export interface LedgerTrouble {
  readonly damaged: readonly DamagedDocument[];
  readonly newer: ProblemError | null;
}

/** Reads every ledger: they are few and small. */
export async function examineLedgers(home: Home): Promise<LedgerTrouble> {
  const damaged: DamagedDocument[] = [];
  let newer: ProblemError | null = null;
  for (const name of await ledgersIn(home)) {
    try {
      const found = await examineDocument(ledgerDocument(home, name, z.unknown()), 'ledger');
      if (found) damaged.push(found);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      newer ??= error;
    }
  }
  return { damaged, newer };
}

/** What a ledger holds, or undefined where it was never saved; one that is gone is a `damaged` problem as one that is damaged. */
export async function readSavedLedger<T>(document: SingleDocument<T>): Promise<T | undefined> {
  const data = await readDocument(document);
  if (data !== undefined) return data;
  const { place } = document;
  const path = previousOf(pathOf(place));
  const before = await readIfPresent(path, place.disk).catch((error: unknown) => {
    throw inaccessible('workspaceUnreadable', path, error);
  });
  if (before === undefined) return undefined;
  throw damagedProblem(
    place,
    new Damaged('missing'),
    previousGeneration(place, jsonOf(document.schema), before) !== null,
  );
}

/** Sets a damaged ledger aside and puts the version before its last save in its place, or none. */
export async function recoverLedger(home: Home, { file, previous: before }: DamagedDocument): Promise<void> {
  const place = { ...home, name: file, format: 'ledger' };
  try {
    const previous = before && (await readIfPresent(previousOf(pathOf(place)), home.disk));
    await recoverDocument(place, previous ?? null);
  } catch (error) {
    throw inaccessible('workspaceUnwritable', pathOf(place), error);
  }
}
