import { join } from 'node:path';
import { z } from 'zod';
import { Surroundings } from '#shared/model/dossier.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Disk } from './disk.ts';
import { DOCUMENT_VERSION } from './document-layout.ts';
import type { Home } from './dossier-documents.ts';
import { codeOf } from './durable-file.ts';
import type { SingleDocument } from './single-document.ts';

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
  try {
    const beginning = disk.readHeadSync(join(folder, WORKSPACE_FILE), BEGINNING).toString('utf8');
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
