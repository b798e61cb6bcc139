import type { Verification } from '#shared/contract/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import { AuditLog } from './audit-log.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { DocumentList } from './document-list.ts';
import { DossierDocuments } from './dossier-documents.ts';
import type { WorkspaceKey } from './key-file.ts';
import { dossierFolder } from './storage.ts';
import { damagedParts } from './vital-parts.ts';
import { filesIn } from './workspace-document.ts';

/** Nothing can be said about a log without the key that opens it. */
const UNREAD = { entries: 0, ok: false, brokenAt: null };

/**
 * Reads what can be read of a workspace that does not open, since a part that all depends on is damaged or gone. Null
 * when no such part is: then something else keeps it from opening. `missing` is a part that is known to be gone.
 */
export async function verifyClosed(
  folder: string,
  key: WorkspaceKey | null,
  missing: string | undefined,
  disk: Disk = nodeDisk,
): Promise<Omit<Verification, 'index'> | null> {
  const parts = await damagedParts(folder, key, disk);
  if (missing !== undefined && !parts.some(({ file }) => file === missing)) parts.push(goneWithoutTrace(missing));
  if (parts.length === 0) return null;
  const files = await filesIn(dossierFolder(folder), disk);
  if (key === null || !files) return { ok: false, documents: 2, dossiers: 0, damaged: parts, audit: UNREAD };
  const home = { disk, folder, key: key.bytes };
  const { names } = await DocumentList.open(home);
  const documents = await DossierDocuments.open(home, files, names);
  let dossiers = 0;
  for (const name of documents.stamps.keys()) dossiers += readable(() => documents.verify(name));
  const audit = await AuditLog.open(home, documents.lastEntry, false);
  return {
    ok: false,
    documents: documents.stamps.size + 2,
    dossiers,
    damaged: [...parts, ...documents.damaged()],
    audit: await audit.verify(documents.lastEntry),
  };
}

/** None of a document that is damaged: the documents themselves know which are. */
function readable(count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (error instanceof ProblemError) return 0;
    throw error;
  }
}

function goneWithoutTrace(file: string): DamagedDocument {
  return { file, what: 'workspace', damage: 'missing', detail: '', customers: [], previous: null };
}
