import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf, readIfThere } from './lib/digest.mjs';
import { withLock } from './lib/lock.mjs';
import { OUT, productNode, ROOT } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError, say } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

/** What every part is made of, besides its own sources. */
const COMMON = ['shared', 'build/bundle.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The parts of the product and their sources. @type {Record<Part, readonly string[]>} */
const SOURCES = {
  main: [...COMMON, 'electron'],
  renderer: [...COMMON, 'renderer', 'vite.config.ts'],
};

/** What the index and the answers kept in it are made by: an index of other sources is made anew. */
const INDEX_SOURCES = ['electron/policy', 'electron/directory', 'shared/model'];

/** @typedef {'main' | 'renderer'} Part */

/** @param {Part} part */
const stampOf = (part) => join(OUT, `.stamp-${part}`);

/**
 * Bundles the parts whose sources have changed since they were last bundled.
 * @param {readonly Part[]} [parts]
 * @returns {Promise<void>}
 */
export async function ensureBundled(parts = ['main', 'renderer']) {
  const stale = parts.filter((part) => readIfThere(stampOf(part)) !== digestOf(SOURCES[part]));
  if (stale.length === 0) return;
  say(`Bundling ${stale.map((part) => (part === 'main' ? 'the main side' : 'the window')).join(' and ')}…`);
  const { code } = await run(productNode(), [join(ROOT, 'build/bundle.mjs'), ...stale], { output: 'quiet' });
  stopIfAsked();
  if (code !== 0) throw new SetupError('Bundling failed: mend what is named above and start again.');
}

/** Packages of CommonJS form ask for Node's modules through `require`, which an ES module has not. */
const REQUIRE =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/**
 * How one entry of the main side is bundled; the form follows from the file's extension.
 * @param {string} entry
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions & { write: false }}
 */
function mainOptions(entry, outfile) {
  return {
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    // The Node inside the floor Electron.
    target: 'node18',
    // ES modules first: the `main` of some packages loads its parts in a way that no bundler can follow.
    mainFields: ['module', 'main'],
    external: ['electron'],
    ...(outfile.endsWith('.mjs') ? { format: 'esm', banner: { js: REQUIRE } } : { format: 'cjs' }),
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.CONSOLE_INDEX_SOURCES': JSON.stringify(digestOf(INDEX_SOURCES)),
    },
    charset: 'utf8',
    sourcemap: true,
    legalComments: 'linked',
    logLevel: 'silent',
    write: false,
  };
}

async function bundleMain() {
  const { build } = await import('esbuild');
  const results = await Promise.all([
    build(mainOptions('electron/hosts/desktop/main.ts', 'out/desktop/main.cjs')),
    build({
      ...mainOptions('electron/hosts/desktop/preload.ts', 'out/desktop/preload.cjs'),
      // A sandboxed preload has the page's engine, not Node's.
      platform: 'browser',
      target: 'chrome114',
      sourcemap: false,
    }),
    build(mainOptions('electron/hosts/browser/main.ts', 'out/browser/main.mjs')),
    build(mainOptions('electron/hosts/cli/main.ts', 'out/cli/partner-console.mjs')),
  ]);
  for (const file of results.flatMap(({ outputFiles }) => outputFiles)) replaceFile(file.path, file.contents);
}

/**
 * Puts a file in place at once, so that a host that starts meanwhile reads the old one or the new one.
 * @param {string} path
 * @param {Uint8Array} contents
 */
function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

async function bundleRenderer() {
  const { build } = await import('vite');
  const fresh = join(OUT, `.renderer-${process.pid}`);
  const place = join(OUT, 'renderer');
  const old = join(OUT, `.renderer-old-${process.pid}`);
  try {
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
    // A folder cannot be replaced in one step; a host in between finds it missing for an instant only.
    if (readIfThere(join(place, 'index.html')) !== '') renameSync(place, old);
    else rmSync(place, { recursive: true, force: true });
    renameSync(fresh, place);
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Part} part */
async function bundle(part) {
  // Taken before the work: a file that changes meanwhile makes the part stale again.
  const digest = digestOf(SOURCES[part]);
  await withLock(join(OUT, `.lock-${part}`), async () => {
    if (readIfThere(stampOf(part)) === digest) return;
    try {
      await (part === 'main' ? bundleMain() : bundleRenderer());
    } catch (error) {
      // The bundlers' messages name file and line; their own stacks are of no use.
      throw new SetupError(error instanceof Error ? error.message : String(error));
    }
    writeFileSync(stampOf(part), digest);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    const parts = process.argv.slice(2);
    if (parts.length === 0) {
      await ensureInstalled();
      await ensureBundled();
      return 0;
    }
    for (const part of parts) {
      if (part !== 'main' && part !== 'renderer')
        throw new SetupError(`There is no part "${part}" to bundle: name main or renderer.`);
      await bundle(part);
    }
    return 0;
  });
}
