import { NotWhole } from '#electron/records/derived.ts';
import type { Records } from '#electron/records/records.ts';

/** All that is derived under a name; `null` when there is none or it is not whole. */
export async function derivedBytes(records: Pick<Records, 'readDerived'>, name: string): Promise<Buffer | null> {
  const pieces = await records.readDerived(name);
  if (!pieces) return null;
  const read: Uint8Array[] = [];
  try {
    for await (const piece of pieces) read.push(piece);
  } catch (error) {
    if (error instanceof NotWhole) return null;
    throw error;
  }
  return Buffer.concat(read);
}
