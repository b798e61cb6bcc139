import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import type { Writing } from './document-layout.ts';
import type { Home } from './dossier-documents.ts';
import { ledgerDocument, readSavedLedger } from './ledger.ts';
import type { DocumentName } from './records.ts';
import { type SingleDocument, writeDocument } from './single-document.ts';
import { documentIn, dossierFolder } from './storage.ts';

const Names = z.object({ documents: z.array(z.string().refine((name) => documentIn(`${name}.json`) !== undefined)) });
type Names = z.infer<typeof Names>;

/**
 * Which documents of dossiers there are, kept as a ledger: nothing else would tell that one of them is gone for which no
 * version before stands beside it. A name is put down when its document is on the disk for good, so a crash may leave one
 * out, and the next opening finds it in the folder, but never puts one down that is not there.
 */
export class DocumentList {
  readonly #home: Home;
  readonly #document: SingleDocument<Names>;
  /** `null` where they can't be read: the list is damaged, and is left as it is until somebody puts it right. */
  #names: ReadonlySet<DocumentName> | null = null;

  private constructor(home: Home) {
    this.#home = home;
    this.#document = ledgerDocument(home, 'documents', Names);
  }

  static async open(home: Home): Promise<DocumentList> {
    const list = new DocumentList(home);
    await list.read();
    return list;
  }

  /** Takes what the disk holds, for the first time or after it was put right. */
  async read(): Promise<void> {
    try {
      this.#names = new Set((await readSavedLedger(this.#document))?.documents);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#names = null;
    }
  }

  get names(): Iterable<DocumentName> {
    return this.#names ?? [];
  }

  /** Puts down which there are, where that is not what it says already. */
  async keep(names: ReadonlySet<DocumentName>, writing: Writing): Promise<void> {
    if (this.#names === null || isSame(this.#names, names)) return;
    // A process that was killed may have left documents that a power cut still takes away.
    await this.#home.disk.syncFolder(dossierFolder(this.#home.folder));
    await writeDocument(this.#document, { documents: [...names].sort() }, writing);
    this.#names = new Set(names);
  }
}

function isSame(some: ReadonlySet<DocumentName>, others: ReadonlySet<DocumentName>): boolean {
  return some.size === others.size && [...others].every((name) => some.has(name));
}
