import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Disk, nodeDisk } from '#electron/records/disk.ts';
import { readIfPresent, replaceDurably } from '#electron/records/durable-file.ts';
import type { Keychain } from '#electron/records/key-file.ts';

/** A sign-in as it is kept from one session to the next. */
export const KeptSignIn = z.object({
  /** Another authority, application or tenant than the profile's: it is no sign-in of ours. */
  authority: z.string(),
  clientId: z.string(),
  tenantId: z.string(),
  homeAccountId: z.string(),
  username: z.string(),
  name: z.string().nullable(),
  /** What the sign-in library keeps, tokens among it, in a form of its own. */
  cache: z.string(),
});
export type KeptSignIn = z.infer<typeof KeptSignIn>;

/** Where the sign-in of one workspace is kept; nowhere without a keychain to seal it. */
export interface SignInStore {
  read(): Promise<KeptSignIn | null>;
  /** Whether it is kept now. One change follows the other. */
  write(next: KeptSignIn): Promise<boolean>;
  /** Leaves nothing of it behind; also of one that cannot be opened. */
  wipe(): Promise<void>;
}

/** The file for a workspace's sign-in in the folder of a person's settings. */
export function signInFile(settings: string, workspace: string): string {
  return join(settings, `account-${createHash('sha256').update(workspace).digest('hex').slice(0, 16)}.bin`);
}

/** Keeps a sign-in in a file, sealed by the keychain of the operating system. What does not open counts for nothing. */
export function createSignInStore(file: string | null, keychain: Keychain | null, disk: Disk = nodeDisk): SignInStore {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  return {
    async read() {
      if (file === null || keychain === null) return null;
      const sealed = await readIfPresent(file, disk).catch(() => undefined);
      if (sealed === undefined) return null;
      try {
        return KeptSignIn.parse(JSON.parse(Buffer.from(keychain.open(sealed)).toString('utf8')));
      } catch {
        return null;
      }
    },
    write: (next) =>
      inTurn(async () => {
        if (file === null || keychain === null) return false;
        try {
          await replaceDurably(file, [keychain.seal(Buffer.from(JSON.stringify(next)))], disk);
          return true;
        } catch {
          return false;
        }
      }),
    wipe: () =>
      inTurn(async () => {
        if (file === null || (await readIfPresent(file, disk)) === undefined) return;
        await disk.remove(file);
        await disk.syncFolder(dirname(file));
      }),
  };
}
