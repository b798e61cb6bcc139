import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './paths.mjs';

/** @param {string} path @returns {string[]} every file below, sorted */
function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * A digest over the names and bytes of files. Bytes rather than times: a fresh clone has new times and old bytes.
 * @param {readonly string[]} paths files and folders of the checkout; missing ones count as absent
 * @returns {string} hexadecimal
 */
export function digestOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((p) => join(ROOT, p)).filter((p) => existsSync(p))) {
    for (const file of filesBelow(path)) {
      hash.update(relative(ROOT, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} file @returns {string} its text, empty when there is no such file */
export function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
