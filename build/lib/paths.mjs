import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What the scripts build and report; disposable. */
export const OUT = join(ROOT, 'out');

/** Where downloads that no package manager keeps stand, shared by all checkouts of this person. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'partner-console');

/**
 * The Node that the product is built and tested with. The `node` package brings it; where that has none for the
 * platform, the Node that runs us serves.
 */
export function productNode() {
  const own = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * The script behind a command of an installed package.
 * @param {string} name of the package
 * @param {string} [command] when the package has several
 * @returns {string} a path for Node to run
 */
export function commandOf(name, command = name.split('/').at(-1) ?? name) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The environment of child processes: their `node` is the product's. */
export function childEnvironment() {
  const path = [dirname(productNode()), join(ROOT, 'node_modules/.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(process.platform === 'win32' ? ';' : ':') };
}
