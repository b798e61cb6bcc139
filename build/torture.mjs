import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './lib/digest.mjs';
import { commandOf, OUT, productNode } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

// Tortures the records as long as it takes, of which `npm test` does a share; then prints how often, as lines of JSON.
// What follows goes to vitest: `npm run torture -- kill` runs the files of that name alone.
await runScript(async () => {
  await ensureInstalled();
  const counts = join(OUT, 'reports/torture.jsonl');
  mkdirSync(join(OUT, 'reports'), { recursive: true });
  rmSync(counts, { force: true });
  const wanted = process.argv.slice(2).map((name) => (name.startsWith('-') ? name : `test/torture/${name}`));
  const files = wanted.some((name) => !name.startsWith('-')) ? wanted : ['test/torture', ...wanted];
  const { code } = await run(productNode(), [commandOf('vitest'), 'run', ...files], {
    env: { TORTURE: 'whole', TORTURE_COUNTS: counts },
    output: 'quiet',
  });
  stopIfAsked();
  process.stdout.write(readIfThere(counts));
  return code;
});
