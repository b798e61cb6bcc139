import { join } from 'node:path';
import { ensureBundled } from './bundle.mjs';
import { OUT, productNode } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

// The command line in a checkout: whatever it takes to have it speaks on stderr, stdout is the command line's alone.
await runScript(async () => {
  await ensureInstalled();
  await ensureBundled(['main']);
  stopIfAsked();
  const { code } = await run(productNode(), [join(OUT, 'cli/partner-console.mjs'), ...process.argv.slice(2)]);
  return code;
});
