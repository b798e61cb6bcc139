import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productVersion } from '#electron/hosts/product.ts';
import { runCommandLine } from './program.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  input: process.stdin,
  version: productVersion(dirname(fileURLToPath(import.meta.url))),
});
