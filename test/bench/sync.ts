import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createWorkspace } from '#electron/records/workspace.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { report } from './support/report.ts';
import { FILES, type Order, Outcome } from './support/sync/order.ts';

// Whole syncs of simulated services, without pace, beside plain fetching of the same bodies. Other sizes may be named as
// arguments; 100,000 customers take half an hour.

const SIZES = [1_000, 10_000];
const RUNNER = fileURLToPath(new URL('./support/sync/process.ts', import.meta.url));
const SIMULATOR = fileURLToPath(new URL('../simulator/main.ts', import.meta.url));

const Simulated = z.object({
  url: z.string(),
  profile: PartnerProfile,
  tokens: z.record(z.string(), z.string()),
});

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10 || size > 100_000)) {
  process.stderr.write('Name the numbers of customers, each from 10 to 100000, such as: 1000 100000\n');
  process.exit(2);
}
for (const size of sizes.length > 0 ? sizes : SIZES) await measure(size);

async function measure(customers: number): Promise<void> {
  const bench = `sync ${customers} customers`;
  const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
  const simulator = await simulate(customers);
  try {
    await createWorkspace(join(folder, FILES.workspace), simulator.profile);
    await writeFile(join(folder, FILES.tokens), JSON.stringify(simulator.tokens), { mode: 0o600 });
    const ours = await inProcess({ phase: 'sync', folder, customers });
    for (const one of ours) report({ bench, ...one });
    for (const one of await inProcess({ phase: 'fetch', folder, customers })) {
      report({ bench, ...one, peer: 'plain fetch' });
      const { metric, unit } = one;
      const own = ours.find((measured) => measured.metric === metric)?.value;
      if (unit !== 'customers/s' || own === undefined) continue;
      report({ bench, metric: `${metric}: times ours`, value: one.value / own, unit: '1', peer: 'plain fetch' });
    }
  } finally {
    await simulator.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The services, in a process of their own that takes everything at once. */
async function simulate(customers: number) {
  const child = spawn(process.execPath, [SIMULATOR, '--customers', String(customers), '--until-stdin-ends'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const [line] = await Promise.race([
    once(lines, 'line'),
    ended.then(([code]) => {
      throw new Error(`The simulator ended with ${code}.`);
    }),
  ]);
  return {
    ...Simulated.parse(JSON.parse(String(line))),
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}

async function inProcess(order: Order): Promise<Outcome> {
  const child = fork(RUNNER, [JSON.stringify(order)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let outcome: Outcome | undefined;
  child.on('message', (message) => {
    outcome = Outcome.parse(message);
  });
  const [code] = await once(child, 'exit');
  if (!outcome) throw new Error(`The process ended with ${code} while it was to ${order.phase}.`);
  return outcome;
}
