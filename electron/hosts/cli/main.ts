import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingsFolder } from '#electron/hosts/folders.ts';
import { productVersion } from '#electron/hosts/product.ts';
import { runCommandLine } from './program.ts';

// A reader that has enough (`| head`) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  showsProgress: process.stderr.isTTY === true,
  onInterrupt: (listener) => {
    process.once('SIGINT', listener);
    return () => process.off('SIGINT', listener);
  },
  input: process.stdin,
  settings: settingsFolder(),
  version: productVersion(dirname(fileURLToPath(import.meta.url))),
});
