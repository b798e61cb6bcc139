import { join } from 'node:path';
import { z } from 'zod';
import { Surroundings } from '#shared/model/dossier.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Disk } from './disk.ts';
import { DOCUMENT_VERSION } from './document-layout.ts';
import type { Home } from './dossier-documents.ts';
import { codeOf, previousOf } from './durable-file.ts';
import type { SingleDocument } from './single-document.ts';
import { documentIn, dossierFolder } from './storage.ts';

/** What a workspace knows besides its dossiers. */
export const WorkspaceDocument = z.object({ profile: PartnerProfile, sample: z.boolean(), surroundings: Surroundings });
export type WorkspaceDocument = z.infer<typeof WorkspaceDocument>;

const WORKSPACE_FILE = 'workspace.json';

export function workspaceDocument(home: Home): SingleDocument<WorkspaceDocument> {
  return { place: { ...home, name: WORKSPACE_FILE, format: 'workspace' }, schema: WorkspaceDocument };
}

/** Long enough for the beginning of a document of any version. */
const BEGINNING = 128;

/**
 * The version that the workspace in a folder is written in; `null` when the folder has no workspace document. A document
 * that does not say counts as one of ours, for reading it will tell what is wrong.
 */
export function workspaceVersion(folder: string, disk: Disk): number | null {
  return versionIn(folder, WORKSPACE_FILE, disk);
}

/**
 * The same of a workspace whose own document is gone, by what is left of it: the version of that document before its last
 * save, or dossiers. `null` when nothing is left that tells of a workspace.
 */
export async function lostVersion(folder: string, disk: Disk): Promise<number | null> {
  const before = versionIn(folder, previousOf(WORKSPACE_FILE), disk);
  if (before !== null) return before;
  const files = (await filesIn(dossierFolder(folder), disk)) ?? [];
  const holds = files.some((file) => documentIn(file) !== undefined || /^[0-9a-f]{2}\.json$/.test(file));
  return holds ? DOCUMENT_VERSION : null;
}

function versionIn(folder: string, file: string, disk: Disk): number | null {
  try {
    const beginning = disk.readHeadSync(join(folder, file), BEGINNING).toString('utf8');
    const version = /^\{"format":"partner-console\/workspace","version":(\d{1,6}),/.exec(beginning)?.[1];
    return version === undefined ? DOCUMENT_VERSION : Number(version);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    if (code === undefined) throw error;
    // A folder under that name, for example: reading it will tell.
    if (code === 'EISDIR') return DOCUMENT_VERSION;
    throw new ProblemError('damaged', 'workspaceUnusable', { folder, reason: code });
  }
}

/** The names in a folder; undefined when there is no such folder. */
export async function filesIn(folder: string, disk: Disk): Promise<string[] | undefined> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new ProblemError('damaged', 'workspaceUnusable', { folder, reason: codeOf(error) ?? String(error) });
  }
}

export function incomplete(folder: string, missing: string): ProblemError {
  return new ProblemError('damaged', 'workspaceIncomplete', { folder, missing });
}
