import { z } from 'zod';
import { AuditEntry } from '#shared/model/audit.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { LedgerName } from './ledger.ts';
import { WorkspaceDocument } from './workspace-document.ts';

/**
 * What a backup holds, one a line, in this order: the workspace's own facts, its ledgers, its audit log,
 * and the dossiers, those of one document after another.
 */
export const BackupItem = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('workspace'),
    workspace: WorkspaceDocument,
    /** The highest number of an audit line that a document was written under. */
    entry: z.number().int().nonnegative(),
    /** How many documents of dossiers follow. */
    documents: z.number().int().nonnegative(),
  }),
  /** As earlier builds wrote it; now it is a ledger. */
  z.object({ is: z.literal('signing-key'), pem: z.string() }),
  z.object({ is: z.literal('ledger'), name: LedgerName, value: z.unknown() }),
  z.object({ is: z.literal('audit'), entry: AuditEntry }),
  /** A line of the audit log that could not be read: it stays as it is, and the break in the chain with it. */
  z.object({ is: z.literal('audit-unreadable'), line: z.string().regex(/^[^\n]*$/) }),
  z.object({ is: z.literal('dossier'), dossier: Dossier }),
]);
export type BackupItem = z.infer<typeof BackupItem>;
