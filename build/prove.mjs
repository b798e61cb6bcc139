import { join } from 'node:path';
import { productNode, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

// Proves the policy, over everything that can be asked of it; `npm test` does the same on a sample.
await runScript(async () => {
  await ensureInstalled();
  const { code } = await run(productNode(), [join(ROOT, 'test/proof/prove.ts')]);
  return code;
});
