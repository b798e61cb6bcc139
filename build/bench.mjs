import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { productNode, ROOT } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

// Runs the benchmarks, or those that are named: each prints one JSON object per line on stdout. Numbers are the sizes for
// those that have several.
await runScript(async () => {
  await ensureInstalled();
  const folder = join(ROOT, 'test/bench');
  const there = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .sort()
    : [];
  const given = process.argv.slice(2);
  const isSize = (/** @type {string} */ one) => /^\d+$/.test(one);
  const sizes = given.filter(isSize);
  const wanted = given.filter((one) => !isSize(one));
  const unknown = wanted.find((name) => !there.includes(`${name}.ts`));
  if (unknown !== undefined) throw new SetupError(`There is no benchmark ${unknown} in test/bench.`);
  let failed = 0;
  for (const file of there.filter((name) => wanted.length === 0 || wanted.includes(name.slice(0, -3)))) {
    const { code } = await run(productNode(), [join(folder, file), ...sizes]);
    stopIfAsked();
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
