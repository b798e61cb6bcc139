import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { productNode, ROOT } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

// Runs the benchmarks, or those that are named: each prints one JSON object per line on stdout.
await runScript(async () => {
  await ensureInstalled();
  const folder = join(ROOT, 'test/bench');
  const there = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .sort()
    : [];
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !there.includes(`${name}.ts`));
  if (unknown !== undefined) throw new SetupError(`There is no benchmark ${unknown} in test/bench.`);
  let failed = 0;
  for (const file of there.filter((name) => wanted.length === 0 || wanted.includes(name.slice(0, -3)))) {
    const { code } = await run(productNode(), [join(folder, file)]);
    stopIfAsked();
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
