import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundled } from './bundle.mjs';
import { firstSync } from './lib/demo-sync.mjs';
import { OUT, productNode, ROOT } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError, say } from './lib/say.mjs';
import { startSimulator } from './lib/simulator.mjs';
import { ensureInstalled } from './setup.mjs';

const OPTIONS = /** @type {const} */ ({
  cloud: { type: 'string', default: '21vianet' },
  customers: { type: 'string', default: '300' },
  seed: { type: 'string', default: '20261122' },
  'no-sync': { type: 'boolean', default: false },
});

/**
 * Splits our own options from what the console is told.
 * @param {string[]} args
 */
function readArguments(args) {
  const { tokens, values } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: OPTIONS,
  });
  const own = new Set();
  for (const token of tokens) {
    if (token.kind !== 'option' || !(token.name in OPTIONS)) continue;
    own.add(token.index);
    if (token.value !== undefined && !token.inlineValue) own.add(token.index + 1);
  }
  const { cloud, customers, seed } = values;
  if (cloud !== '21vianet' && cloud !== 'global') throw new SetupError('--cloud is 21vianet or global.');
  if (!isCount(customers) || Number(customers) > 100_000) {
    throw new SetupError('--customers is a whole number up to 100000.');
  }
  if (!isCount(seed)) throw new SetupError('--seed is a whole number.');
  return {
    cloud,
    customers,
    seed,
    syncs: values['no-sync'] !== true,
    rest: args.filter((_, index) => !own.has(index)),
  };
}

/**
 * @param {unknown} text
 * @returns {text is string}
 */
const isCount = (text) => typeof text === 'string' && /^\d+$/.test(text);

/**
 * The command line in this checkout; what it prints is for people.
 * @param {readonly string[]} args
 */
const command = (args) => run(productNode(), [join(OUT, 'cli/partner-console.mjs'), ...args], { output: 'quiet' });

// Opens the console on services that are simulated on this machine, signed in to them and synced once. All of it is gone
// when the console is closed.
await runScript(async () => {
  const { cloud, customers, rest, seed, syncs } = readArguments(process.argv.slice(2));
  await ensureInstalled();
  await ensureBundled();
  stopIfAsked();
  const folder = await mkdtemp(join(tmpdir(), 'partner-console-demo-'));
  const simulator = await startSimulator(['--cloud', cloud, '--customers', customers, '--seed', seed]);
  try {
    say(`Partner Center and Graph (${cloud}, ${customers} customers) are simulated at ${simulator.url}.`);
    const profile = join(folder, 'profile.json');
    const tokens = join(folder, 'tokens.json');
    await writeFile(profile, JSON.stringify(simulator.profile));
    await writeFile(tokens, JSON.stringify(simulator.tokens), { mode: 0o600 });
    const place = ['--workspace', join(folder, 'workspace'), '--user-data', join(folder, 'settings')];
    const made = await command(['init', '--profile', profile, '--plaintext', ...place]);
    if (made.asked || made.code !== 0) return made.code;
    if (syncs) {
      const synced = await command([...firstSync(tokens), ...place]);
      if (synced.asked) return synced.code;
      if (synced.code !== 0) say('The first sync did not come to its end; the console opens all the same.');
    }
    const given = [
      ...place,
      '--token-file',
      tokens,
      '--drafts',
      join(folder, 'drafts'),
      '--backups',
      join(folder, 'backups'),
    ];
    return (await run(productNode(), [join(ROOT, 'build/start.mjs'), ...given, ...rest])).code;
  } finally {
    simulator.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
