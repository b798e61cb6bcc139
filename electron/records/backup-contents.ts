import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Low } from 'lowdb';
import { decodeLine } from './audit-line.ts';
import type { AuditLog } from './audit-log.ts';
import type { BackupItem } from './backup-items.ts';
import { inaccessible } from './document.ts';
import type { DossierDocuments, Home } from './dossier-documents.ts';
import { readIfPresent } from './durable-file.ts';
import { SIGNING_KEY_FILE } from './storage.ts';
import type { WorkspaceDocument } from './workspace-document.ts';

/** What a backup is made of. */
interface Contents {
  readonly home: Home;
  readonly workspace: Low<WorkspaceDocument>;
  readonly documents: DossierDocuments;
  readonly audit: AuditLog;
}

/** Everything in a workspace, a document at a time. A document that can't be read is a `damaged` problem. */
export async function* contentsOf({ audit, documents, home, workspace }: Contents): AsyncGenerator<BackupItem> {
  const names = [...documents.stamps.keys()].sort();
  yield { is: 'workspace', workspace: workspace.data, entry: documents.lastEntry, documents: names.length };
  const pem = await signingKeyIn(home);
  if (pem !== null) yield { is: 'signing-key', pem };
  for (const line of await audit.lines()) {
    const entry = decodeLine(line, home.key);
    yield entry ? { is: 'audit', entry } : { is: 'audit-unreadable', line };
  }
  for (const name of names) {
    for (const dossier of documents.document(name)) yield { is: 'dossier', dossier };
    // A document takes some milliseconds: others get their turn after each.
    await setImmediate();
  }
}

async function signingKeyIn({ disk, folder }: Home): Promise<string | null> {
  const path = join(folder, SIGNING_KEY_FILE);
  try {
    return (await readIfPresent(path, disk))?.toString('utf8') ?? null;
  } catch (error) {
    throw inaccessible('workspaceUnreadable', path, error);
  }
}
