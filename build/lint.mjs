import { pathToFileURL } from 'node:url';
import { countStep, sum } from './lib/counts.mjs';
import { commandOf, productNode } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, say } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

/**
 * Checks the sources without running them: the types; then layering, accessibility, untranslated text, style and
 * format, which are all Biome's.
 * @returns {Promise<import('./lib/counts.mjs').Counts>} a step counts as one
 */
export async function lint() {
  const steps = {
    types: [commandOf('typescript', 'tsc'), '-p', '.'],
    biome: [commandOf('@biomejs/biome'), 'check', '--error-on-warnings', '--max-diagnostics=200'],
  };
  const counts = [];
  for (const [name, command] of Object.entries(steps)) {
    const { code } = await run(productNode(), command);
    stopIfAsked();
    say(`lint ${name}: ${code === 0 ? 'passed' : 'failed'}`);
    counts.push(countStep(code === 0));
  }
  return sum(counts);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await ensureInstalled();
    return (await lint()).failed === 0 ? 0 : 1;
  });
}
