import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRawSync } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** No document is longer, in bytes: a packed one that claims to be is damaged. */
const LONGEST = 512 * 1024 * 1024;

/** Dossiers become a tenth as long. */
const AT_LEAST = 4;
const AT_MOST = 9;

/** Makes text a tenth as long (RFC 1951), beside the main thread: less to encrypt, to write and to flush. */
export async function pack(bytes: Uint8Array): Promise<Buffer> {
  return await deflate(bytes, { level: constants.Z_BEST_SPEED, chunkSize: roomFor(bytes.length / AT_LEAST) });
}

/** What was packed, or null for anything else. */
export function unpack(packed: Uint8Array): Buffer | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: LONGEST, chunkSize: roomFor(packed.length * AT_MOST) });
  } catch {
    return null;
  }
}

/** Room for all that comes out, in bytes: what comes in many small pieces has to be copied together. */
const roomFor = (length: number): number => Math.min(Math.max(Math.ceil(length), 16 * 1024), 4 * 1024 * 1024);
