import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KeptRecords } from '#electron/records/workspace.ts';
import { derivedBytes } from '#test/unit/support/derived-bytes.ts';
import { ABSENT } from './ledger.ts';
import { textOf } from './people.ts';

/** The smallest thing that is derived from documents: a digest of each document's dossiers, under its stamp. */
const Checkpoint = z.record(z.string(), z.object({ stamp: z.string(), digest: z.string() }));

const NAME = 'checkpoint';

/** The bytes of a checkpoint of the documents as they are now. */
export function checkpointOf(records: KeptRecords): Buffer {
  const entries = [...records.documents()].map(([name, stamp]) => [name, { stamp, digest: digestOf(records, name) }]);
  return Buffer.from(JSON.stringify(Object.fromEntries(entries)));
}

/** Keeps a checkpoint beside the documents. */
export const writeCheckpoint = (records: KeptRecords, bytes: Uint8Array): Promise<void> =>
  records.writeDerived(NAME, [bytes]);

/** A checkpoint is one that was written or none at all, and where its stamp is a document's, the document is the same. */
export async function checkpointFaults(records: KeptRecords, legal: readonly string[] = [ABSENT]): Promise<string[]> {
  const bytes = await derivedBytes(records, NAME);
  if (bytes === null) return legal.includes(ABSENT) ? [] : ['The checkpoint is lost.'];
  const text = bytes.toString('utf8');
  if (!legal.includes(text)) return ['The checkpoint is none that was written.'];
  const faults: string[] = [];
  for (const [name, { digest, stamp }] of Object.entries(Checkpoint.parse(JSON.parse(text)))) {
    if (records.documents().get(name) !== stamp) continue;
    if (digestOf(records, name) !== digest) faults.push(`Document ${name} has the stamp of other dossiers.`);
  }
  return faults;
}

function digestOf(records: KeptRecords, name: string): string {
  const hash = createHash('sha256');
  for (const dossier of records.document(name)) hash.update(textOf(dossier));
  return hash.digest('hex');
}
