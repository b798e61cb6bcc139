import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './digest.mjs';
import { withLock } from './lock.mjs';
import { OUT, productNode, ROOT } from './paths.mjs';
import { run, stopIfAsked } from './run.mjs';
import { say } from './say.mjs';

const PACKAGE = join(ROOT, 'node_modules/electron');

/** Remembers that the binary could not be had, so that the next start does not wait for it again. */
const FAILURE = join(ROOT, 'node_modules/.electron-unavailable.json');

/** How long a failure is remembered, in milliseconds: a day. */
const FORGET_AFTER = 24 * 60 * 60 * 1000;

/** How long the download may take, in milliseconds. A release site that cannot be reached fails at once. */
const DOWNLOAD_LIMIT = 10 * 60 * 1000;

/** @returns {string} the version of the current Electron, such as `45.4.1` */
export function electronVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** @returns {string | undefined} the executable, when the binary of this very version is there */
function installedElectron() {
  const executable = readIfThere(join(PACKAGE, 'path.txt'));
  if (executable === '' || readIfThere(join(PACKAGE, 'dist/version')).replace(/^v/, '') !== electronVersion()) return;
  const path = join(PACKAGE, 'dist', executable);
  return existsSync(path) ? path : undefined;
}

function hasFailedLately() {
  const text = readIfThere(FAILURE);
  if (text === '') return false;
  const { version, at } = JSON.parse(text);
  return version === electronVersion() && Date.now() - Date.parse(at) < FORGET_AFTER;
}

/**
 * The current Electron: from where it was unpacked before, else from its release site, asked once a day.
 * @param {{ retry?: boolean }} [options] `retry` asks again although it failed lately
 * @returns {Promise<string | undefined>} the executable; `undefined` when it cannot be had here
 */
export async function currentElectron({ retry = false } = {}) {
  const there = installedElectron();
  if (there !== undefined) return there;
  if (!retry && hasFailedLately()) return undefined;
  return await withLock(join(OUT, '.lock-electron'), async () => {
    const unpacked = installedElectron();
    if (unpacked !== undefined) return unpacked;
    say(`Fetching Electron ${electronVersion()} from its release site, once (about 120 MB)…`);
    await run(productNode(), [join(PACKAGE, 'install.js')], { output: 'capture', timeout: DOWNLOAD_LIMIT });
    stopIfAsked();
    const fetched = installedElectron();
    if (fetched === undefined) {
      writeFileSync(FAILURE, JSON.stringify({ version: electronVersion(), at: new Date().toISOString() }));
    } else {
      rmSync(FAILURE, { force: true });
    }
    return fetched;
  });
}

/**
 * The shared libraries that a program asks for and this Linux lacks.
 * @param {string} executable
 * @returns {Promise<readonly string[]>} empty where nothing is missing or nobody can tell
 */
export async function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const { output } = await run('ldd', [executable], { output: 'capture' });
  return output.split('\n').flatMap((line) => (line.includes('not found') ? [line.trim().split(' ')[0] ?? line] : []));
}
