import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { DraftArchive, MailMergeTable } from '#electron/invitations/bulk-file.ts';
import { draftFileName, writeDraft } from '#electron/invitations/draft.ts';
import { inTurn, type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import { inStorageOrder } from '#electron/records/workspace.ts';
import type { BulkFormat, BulkRequest } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import type { Problem } from '#shared/model/problem.ts';
import { ALREADY, BulkPlan } from './bulk-plan.ts';
import { freshReferences, invitationOf, type Prepared, withInvitation } from './prepare.ts';
import { orRemove, orUnwritable, putDraft } from './write-draft.ts';

type Request = z.output<typeof BulkRequest> & { readonly format: BulkFormat };

/** Drafts that are recorded in one go: a crash costs the records of these at most. */
const BATCH = 48;

/** Drafts that are written at once. */
const LANES = 8;

/** How long customers are judged at a stretch before others get their turn, in milliseconds. */
const SLICE = 8;

/** How far a running export is; `cancelled` asks it to stop before the next draft. */
export interface BulkProgress {
  done: number;
  readonly of: number;
  cancelled: boolean;
}

/** What an export did. */
export interface BulkResult {
  path: string;
  written: number;
  skipped: number;
  readonly refused: { customer: CustomerId; problem: Problem }[];
  cancelled: boolean;
}

/**
 * Writes the invitations of a bulk export and records them. A folder of drafts is recorded as it grows; an archive and
 * a table once they are whole, for before that there is nothing to open. Whoever has the invitation already is
 * skipped, so that an interrupted export goes on when it is started again.
 */
export async function exportBulk(session: Session, request: Request, progress: BulkProgress): Promise<BulkResult> {
  const run = new BulkRun(session, await BulkPlan.make(session, request), progress);
  const customers = [...new Set(request.customers)];
  if (request.format === 'folder') await run.toFolder(customers);
  else await run.toFile(customers, request.format);
  const place = new Map(customers.map((id, index) => [id, index]));
  run.result.refused.sort((one, other) => (place.get(one.customer) ?? 0) - (place.get(other.customer) ?? 0));
  return { ...run.result, cancelled: progress.cancelled && progress.done < progress.of };
}

class BulkRun {
  readonly result: BulkResult = { path: '', written: 0, skipped: 0, refused: [], cancelled: false };
  readonly #session: Session;
  readonly #plan: BulkPlan;
  readonly #progress: BulkProgress;
  readonly #nextReference: () => InvitationId;

  constructor(session: Session, plan: BulkPlan, progress: BulkProgress) {
    this.#session = session;
    this.#plan = plan;
    this.#progress = progress;
    this.#nextReference = freshReferences(session, openWorkspace(session));
  }

  async toFolder(customers: readonly CustomerId[]): Promise<void> {
    const folder = await this.#freePath('');
    for (const batch of batches(inStorageOrder(customers))) {
      if (this.#progress.cancelled) return;
      // A turn a batch: whoever else has something to record need not wait for the whole export.
      await inTurn(this.#session, () => this.#toFolderAtOnce(folder, batch));
    }
  }

  async #toFolderAtOnce(folder: string, customers: readonly CustomerId[]): Promise<void> {
    const workspace = openWorkspace(this.#session);
    const all: Prepared[] = [];
    for await (const prepared of this.#prepared(workspace, customers)) all.push(prepared);
    const paths: string[] = [];
    await orRemove(paths, async () => {
      const invited: Dossier[] = [];
      await severalAtOnce(all, async (prepared) => {
        if (this.#progress.cancelled) return;
        const path = await putDraft(folder, prepared, workspace);
        paths.push(path);
        invited.push(withInvitation(prepared.dossier, invitationOf(prepared, workspace, path)));
        this.#progress.done += 1;
      });
      if (invited.length === 0) return;
      await workspace.records.save(invited);
      this.result.path = folder;
      this.result.written += invited.length;
    });
  }

  async toFile(customers: readonly CustomerId[], format: 'zip' | 'mail-merge'): Promise<void> {
    const path = await this.#freePath(format === 'zip' ? '.zip' : '.csv');
    const written = await orUnwritable(path, () =>
      format === 'zip' ? this.#toArchive(path, customers) : this.#toTable(path, customers),
    );
    if (written.length === 0) return;
    this.result.path = path;
    const byCustomer = new Map(written.map((one) => [one.dossier.id, one]));
    for (const batch of batches(inStorageOrder([...byCustomer.keys()]))) {
      await inTurn(this.#session, async () => {
        const workspace = openWorkspace(this.#session);
        const invited = batch.flatMap((id) => {
          const one = byCustomer.get(id);
          // The dossier may have changed while the file was written.
          return one ? [withInvitation(workspace.directory.dossier(id), invitationOf(one, workspace, path))] : [];
        });
        await workspace.records.save(invited);
        this.result.written += invited.length;
      });
    }
  }

  async #toArchive(path: string, customers: readonly CustomerId[]): Promise<Unsaid[]> {
    const archive = await DraftArchive.open(path);
    return await this.#fill(archive, customers, async ({ dossier, language, mail, reference, to }, { now }) => {
      const draft = await writeDraft({ to, ...mail, reference, language, date: now });
      await archive.add(draftFileName(dossier.name.value, reference), draft, now);
    });
  }

  async #toTable(path: string, customers: readonly CustomerId[]): Promise<Unsaid[]> {
    const table = await MailMergeTable.open(path);
    return await this.#fill(table, customers, ({ dossier, language, link, mail, reference, to }) =>
      table.add({
        name: dossier.name.value,
        address: to,
        language,
        subject: mail.subject,
        link: link.link,
        text: mail.text,
        reference,
      }),
    );
  }

  /** Fills a file with the invitations that may be written; without any, there will be no file. */
  async #fill(
    file: DraftArchive | MailMergeTable,
    customers: readonly CustomerId[],
    add: (prepared: Prepared, workspace: Open) => Promise<void>,
  ): Promise<Unsaid[]> {
    const written: Unsaid[] = [];
    try {
      const workspace = openWorkspace(this.#session);
      for await (const prepared of this.#prepared(workspace, customers)) {
        await add(prepared, workspace);
        const { mail: _said, ...unsaid } = prepared;
        written.push(unsaid);
        this.#progress.done += 1;
      }
    } catch (error) {
      await file.discard();
      throw error;
    }
    await (written.length > 0 ? file.commit() : file.discard());
    return written;
  }

  /** The invitations of those customers that nothing stands in the way of; the others are accounted for. */
  async *#prepared(workspace: Open, customers: readonly CustomerId[]): AsyncGenerator<Prepared> {
    let end = performance.now() + SLICE;
    for (const customer of customers) {
      if (performance.now() > end) {
        await setImmediate();
        end = performance.now() + SLICE;
      }
      if (this.#progress.cancelled) return;
      const prepared = this.#plan.prepare(workspace, workspace.directory.dossier(customer), this.#nextReference);
      if (!('key' in prepared)) {
        yield prepared;
        continue;
      }
      if (prepared.key === ALREADY) this.result.skipped += 1;
      else this.result.refused.push({ customer, problem: prepared });
      this.#progress.done += 1;
    }
  }

  /** A name in the drafts folder that nothing bears, made of the time: `invitations-20261122-081500`. */
  async #freePath(extension: string): Promise<string> {
    const { clock, draftsFolder } = this.#session.options;
    const [day = '', time = ''] = clock().toISOString().replace(/[-:]/gu, '').split(/[T.]/u);
    for (let number = 1; ; number += 1) {
      const path = join(draftsFolder, `invitations-${day}-${time}${number === 1 ? '' : `-${number}`}${extension}`);
      if (await isFree(path)) return path;
    }
  }
}

/** An invitation that was written, without its mail: thousands of them are kept until they are recorded. */
type Unsaid = Omit<Prepared, 'mail'>;

/** Works on a few items at a time, as many as the disk is asked at once. What fails is thrown when all work has stopped. */
async function severalAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const lanes = Array.from({ length: LANES }, async () => {
    for (const item of queue) await work(item);
  });
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}

async function isFree(path: string): Promise<boolean> {
  try {
    await access(path);
    return false;
  } catch {
    return true;
  }
}
