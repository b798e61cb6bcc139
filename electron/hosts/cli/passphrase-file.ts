import { stat } from 'node:fs/promises';
import { UsageError } from '#electron/hosts/say.ts';
import { Passphrase } from '#shared/model/protection.ts';
import { readBytes } from './read-json.ts';
import type { Terminal } from './terminal.ts';

/** Read, write and pass for anybody but the owner. */
const OTHERS = 0o077;

/** The passphrase in the first line of a file. That others may read the file is worth a warning. */
export async function readPassphrase(file: string, terminal: Terminal): Promise<string> {
  const bytes = await readBytes(file);
  const [passphrase = ''] = bytes
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u, 1);
  if (passphrase === '') throw new UsageError(`The first line of ${file} is empty: it must be the passphrase.`);
  await warnOfOthers(file, 'passphrase', terminal);
  return passphrase;
}

/** Says so when others than the owner may read a file with a secret; `what` names the secret. */
export async function warnOfOthers(file: string, what: string, { err }: Terminal): Promise<void> {
  // Windows keeps its permissions elsewhere.
  if (process.platform === 'win32' || ((await stat(file)).mode & OTHERS) === 0) return;
  err(`Others may read the ${what} in ${file}: take that right from them, such as by chmod 600.\n`);
}

/** The same for a passphrase that begins to be used, which must be long enough. */
export async function readNewPassphrase(file: string, terminal: Terminal): Promise<string> {
  const passphrase = await readPassphrase(file, terminal);
  if (Passphrase.safeParse(passphrase).success) return passphrase;
  throw new UsageError(`The passphrase in ${file} must have 8 to 1024 characters.`);
}
