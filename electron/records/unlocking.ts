import { join } from 'node:path';
import { ProblemError } from '#shared/model/problem.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { inaccessible } from './document.ts';
import { DOCUMENT_VERSION } from './document-layout.ts';
import {
  type Keychain,
  keyFromKeychain,
  keyFromPassphrase,
  NO_KEY,
  readKeyFile,
  type WorkspaceKey,
  withPassphrase,
  writeKeyFile,
} from './key-file.ts';
import { incomplete, lostVersion, workspaceVersion } from './workspace-document.ts';

export interface Unlocking {
  readonly keychain?: Keychain | null;
  readonly passphrase?: string | undefined;
  readonly disk?: Disk;
}

/**
 * The key of the workspace in a folder: `empty` when there is no workspace, `locked` when it waits for its passphrase. A
 * workspace whose own document is gone is one: its key opens what is left of it.
 * A wrong passphrase and a keychain that does not give the key out are refused.
 */
export async function findKey(folder: string, unlocking: Unlocking): Promise<WorkspaceKey | 'empty' | 'locked'> {
  const { disk = nodeDisk, keychain = null, passphrase } = unlocking;
  const present = workspaceVersion(folder, disk);
  const version = present ?? (await lostVersion(folder, disk));
  // A key without a workspace is what a crash left of making one.
  if (version === null) return 'empty';
  const file = await readKeyFile(folder, disk);
  if (!file) {
    // Workspaces had no key before this version.
    if (version < DOCUMENT_VERSION) return NO_KEY;
    throw incomplete(folder, present === null ? 'workspace.json' : 'key.json');
  }
  switch (file.protection) {
    case 'none':
      return NO_KEY;
    case 'keychain':
      return keyFromKeychain(folder, file, keychain);
    case 'passphrase':
      return passphrase === undefined ? 'locked' : keyFromPassphrase(folder, file, passphrase);
  }
}

/**
 * Puts another passphrase in the place of the present one, which must be given; the old one opens nothing any more. Where
 * the disk has taken the new one but does not say that it keeps it, it is the problem `passphraseUnsure`; where any other
 * problem is thrown, nothing has changed.
 */
export async function changePassphrase(
  folder: string,
  { present, next }: { readonly present: string; readonly next: string },
  { at, disk = nodeDisk }: { readonly at: string; readonly disk?: Disk },
): Promise<void> {
  const file = await readKeyFile(folder, disk);
  if (file?.protection !== 'passphrase') throw new ProblemError('refused', 'noPassphrase', { folder });
  const changed = await withPassphrase(folder, file, present, next);
  let landed = false;
  try {
    await writeKeyFile(folder, disk, changed, at, () => {
      landed = true;
    });
  } catch (error) {
    const problem = inaccessible('workspaceUnwritable', join(folder, 'key.json'), error);
    if (!landed) throw problem;
    throw new ProblemError('damaged', 'passphraseUnsure', problem.problem.values);
  }
}
