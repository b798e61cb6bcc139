import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { draftFileName, writeDraft } from '#electron/invitations/draft.ts';
import type { Open } from '#electron/procedures/session.ts';
import { codeOf, writeDurably } from '#electron/records/durable-file.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Prepared } from './prepare.ts';

/** Writes a prepared invitation as an `.eml` draft into a folder and gives its path. */
export async function putDraft(folder: string, prepared: Prepared, { now }: Pick<Open, 'now'>): Promise<string> {
  const { dossier, language, mail, reference, to } = prepared;
  const path = join(folder, draftFileName(dossier.name.value, reference));
  await put(path, await writeDraft({ to, ...mail, reference, language, date: now }));
  return path;
}

/** Writes a file; a problem names it and says why it could not be written. */
export function put(path: string, content: string | Uint8Array): Promise<void> {
  return orUnwritable(path, () => writeDurably(path, content));
}

/** Does what writes a file; what the disk says against it becomes a problem that names the file. */
export async function orUnwritable<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const reason = codeOf(error);
    if (reason === undefined) throw error;
    throw new ProblemError('refused', 'invitationUnwritable', { file: path, reason });
  }
}

/** Runs what records drafts; when it fails, the drafts go too, so that none lies about unrecorded. */
export async function orRemove<T>(paths: readonly string[], record: () => Promise<T>): Promise<T> {
  try {
    return await record();
  } catch (error) {
    for (const path of paths) await rm(path, { force: true });
    throw error;
  }
}
