import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const PackageFile = z.object({ version: z.string().min(1) });

/** The version in our package file, which lies two levels above a host's bundle (`out/<host>`), packaged or not. */
export function productVersion(bundleFolder: string): string {
  const text = readFileSync(join(bundleFolder, '..', '..', 'package.json'), 'utf8');
  return PackageFile.parse(JSON.parse(text)).version;
}

/** The window's files, as built beside a host's bundle. */
export function rendererFolder(bundleFolder: string): string {
  return join(bundleFolder, '..', 'renderer');
}
