import { readTokenFile } from '#electron/account/token-file.ts';
import { warnOfOthers } from './passphrase-file.ts';
import type { Terminal } from './terminal.ts';

/** Looks at a file with access tokens before anything is begun: a problem says what is wrong with it. */
export async function lookAtTokenFile(file: string, terminal: Terminal): Promise<void> {
  await readTokenFile(file);
  await warnOfOthers(file, 'access token', terminal);
}
