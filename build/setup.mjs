import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, readIfThere } from './lib/digest.mjs';
import { withLock } from './lib/lock.mjs';
import { OUT, ROOT } from './lib/paths.mjs';
import { runNpm, stopIfAsked } from './lib/run.mjs';
import { SetupError, say } from './lib/say.mjs';

const STAMP = join(ROOT, 'node_modules/.stamp');

/** Whether npm's own record of what it installed agrees with the lock file: then somebody ran npm by hand. */
function isInstalledByHand() {
  const record = readIfThere(join(ROOT, 'node_modules/.package-lock.json'));
  if (record === '') return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(JSON.parse(readIfThere(join(ROOT, 'package-lock.json'))).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Node ${process.versions.node} is too old: install Node 20.19 or newer and start again.`);
}

/**
 * Installs the packages of the lock file where they are missing or older than it. Says what it does.
 * Uses nothing but Node's own modules, because it runs before anything is installed.
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
  refuseOldNode();
  const wanted = digestOf(['package-lock.json']);
  if (readIfThere(STAMP) === wanted) return;
  await withLock(join(OUT, '.lock-install'), async () => {
    if (readIfThere(STAMP) === wanted) return;
    if (!isInstalledByHand()) {
      say('Installing the packages of package-lock.json (npm ci); the first time takes a minute or two…');
      rmSync(STAMP, { force: true });
      const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { output: 'quiet' });
      stopIfAsked();
      if (code !== 0) {
        throw new SetupError('The packages could not be installed (see above): check the network, then start again.');
      }
    }
    writeFileSync(STAMP, wanted);
  });
}
