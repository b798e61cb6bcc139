import { join } from 'node:path';
import { z } from 'zod';
import { inaccessible } from './document.ts';
import type { Home } from './dossier-documents.ts';
import { readIfPresent } from './durable-file.ts';
import { overwrite } from './erase.ts';
import { quarantineFile } from './quarantine.ts';
import type { Ledger, Records } from './records.ts';
import { SIGNING_KEY_FILE } from './storage.ts';

const SigningKeyLedger = z.object({ pem: z.string().nullable() });

/** The private key with which a workspace signs what it hands over, as PEM: sealed as everything is. */
export function signingKeyLedger(records: Pick<Records, 'ledger'>): Promise<Ledger<z.infer<typeof SigningKeyLedger>>> {
  return records.ledger('signing-key', SigningKeyLedger, { pem: null });
}

/**
 * Earlier builds kept that key in a file of its own, in the clear: takes it over, and leaves nothing of the file. A key
 * that is not the one we sign with is set aside. Only the workspace's one writer may do so.
 */
export async function sealSigningKey(records: Pick<Records, 'ledger'>, home: Home): Promise<void> {
  const path = join(home.folder, SIGNING_KEY_FILE);
  try {
    const pem = (await readIfPresent(path, home.disk))?.toString('utf8');
    if (pem === undefined) return;
    const ledger = await signingKeyLedger(records);
    const kept = await ledger.change((now) => (now.pem === null ? { pem } : now));
    if (kept.pem === pem) await wipe(home, path);
    else await quarantineFile(home, path);
  } catch (error) {
    throw inaccessible('workspaceUnwritable', path, error);
  }
}

async function wipe({ disk, folder }: Home, path: string): Promise<void> {
  await overwrite(path);
  await disk.remove(path);
  await disk.syncFolder(folder);
}
