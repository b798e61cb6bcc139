import { pathToFileURL } from 'node:url';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError, say } from './lib/say.mjs';

/** What the unit tests need from Debian: a parser of mails that is not of our own making. */
const PYTHON = ['python3'];

/**
 * What the end-to-end tests need from Debian: a display without a screen, Chromium, Electron's libraries, glyphs for
 * Chinese, and a keychain. Where a package was renamed, any of its names will do.
 */
const NEEDED = [
  PYTHON,
  ['xvfb'],
  ['chromium'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libnss3'],
  ['fonts-noto-cjk'],
  ['dbus-x11'],
  ['gnome-keyring'],
  ['libsecret-1-0'],
];

/** @returns {Promise<ReadonlySet<string>>} the installed ones among the packages we may need */
async function installed() {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...NEEDED.flat()], {
    output: 'capture',
  });
  return new Set(output.split('\n').flatMap((line) => (/ ii\s*$/.test(line) ? [line.split(' ')[0] ?? ''] : [])));
}

/** @param {string} name @returns {Promise<boolean>} whether apt offers a version of it */
async function isOffered(name) {
  const { output } = await run('apt-cache', ['policy', name], { output: 'capture', env: { LC_ALL: 'C' } });
  return /Candidate: (?!\(none\))/.test(output);
}

/** @param {readonly string[]} prefix how to become root @param {readonly string[]} args of apt-get */
async function aptGet(prefix, args) {
  const [program = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
  const result = await run(program, rest, {
    output: 'capture',
    env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
  stopIfAsked();
  return result;
}

/** @returns {Promise<readonly string[] | undefined>} how to become root without asking; `undefined` if we may not */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const { code } = await run('sudo', ['-n', 'true'], { output: 'capture' });
  return code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

/**
 * Sees to it that there is a `python3`, from wherever it came.
 * @returns {Promise<void>} a SetupError says what to do where we may not install it
 */
export async function ensurePython() {
  if (await answers('python3')) return;
  if (!(await answers('dpkg-query')))
    throw new SetupError('The unit tests need python3: install it, then start again.');
  await ensurePackages('unit tests', [PYTHON]);
}

/**
 * Installs the Debian packages that the end-to-end tests need, where any is missing.
 * @returns {Promise<void>} a SetupError names the command to run when we may not
 */
export async function ensureSystemPackages() {
  if (!(await answers('dpkg-query'))) {
    throw new SetupError(
      'The end-to-end tests set themselves up on Debian only: here run a part, such as npm test -- unit.',
    );
  }
  await ensurePackages(
    'end-to-end tests',
    (await answers('python3')) ? NEEDED.filter((names) => names !== PYTHON) : NEEDED,
  );
}

/** @param {string} program @returns {Promise<boolean>} whether it is there and runs */
async function answers(program) {
  return (await run(program, ['--version'], { output: 'capture' })).code === 0;
}

/** @param {string} what they are for @param {readonly (readonly string[])[]} needed @returns {Promise<void>} */
async function ensurePackages(what, needed) {
  const there = await installed();
  const missing = needed.filter((names) => !names.some((name) => there.has(name)));
  if (missing.length === 0) return;
  const prefix = await rootPrefix();
  const byHand = missing.map((names) => names.at(-1)).join(' ');
  if (prefix === undefined) {
    throw new SetupError(
      `The ${what} need Debian packages; run this as root, then start again: apt-get install ${byHand}`,
    );
  }
  say(`Installing Debian packages for the ${what}: ${byHand}…`);
  await aptGet(prefix, ['update', '-q']);
  /** @type {string[]} */
  const chosen = [];
  for (const names of missing) {
    const offers = await Promise.all(names.map(isOffered));
    chosen.push(names.find((_name, index) => offers[index]) ?? names.at(-1) ?? '');
  }
  const { code, output } = await aptGet(prefix, ['install', '-y', '-q', '--no-install-recommends', ...chosen]);
  if (code !== 0) {
    const why = output
      .split('\n')
      .filter((line) => line.startsWith('E:'))
      .join(' ');
    throw new SetupError(
      `The Debian packages ${chosen.join(', ')} could not be installed (${why || `apt-get ended with ${code}`}).`,
    );
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await ensureSystemPackages();
    return 0;
  });
}
