import { setImmediate } from 'node:timers/promises';
import type { Low } from 'lowdb';
import { z } from 'zod';
import type { AuditLog } from './audit-log.ts';
import type { BackupItem } from './backup-items.ts';
import { Damaged, damagedProblem } from './document.ts';
import type { DossierDocuments, Home } from './dossier-documents.ts';
import { ledgerDocument, ledgersIn, readLedger } from './ledger.ts';
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
  for (const name of await ledgersIn(home)) yield { is: 'ledger', name, value: ledgerIn(home, name) };
  for await (const line of audit.lines()) {
    yield typeof line === 'string' ? { is: 'audit-unreadable', line } : { is: 'audit', entry: line };
  }
  for (const name of names) {
    for (const dossier of documents.document(name)) yield { is: 'dossier', dossier };
    // A document takes some milliseconds: others get their turn after each.
    await setImmediate();
  }
}

function ledgerIn(home: Home, name: string): unknown {
  try {
    return readLedger(home, name);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    throw damagedProblem(ledgerDocument(home, name, z.unknown()).place, error, false);
  }
}
