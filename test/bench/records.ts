import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DURABLE_SAVE, HASTY_SAVE } from './support/records/race.ts';
import { NAMES, type Order, Outcome } from './support/records/runner.ts';
import { report } from './support/report.ts';

// Records and lists at three sizes beside plain lowdb, SQLite and MiniSearch; other sizes may be named as arguments.

const SIZES = [1_000, 10_000, 100_000];
const SEED = 20_261_122;
const RUNNER = fileURLToPath(new URL('./support/records/process.ts', import.meta.url));
/** Room for the peers that hold everything at once; ours is measured as it is. */
const ROOM = '--max-old-space-size=10240';

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10)) {
  process.stderr.write('Name the numbers of customers, each at least 10, such as: 1000 100000\n');
  process.exit(2);
}
for (const size of sizes.length > 0 ? sizes : SIZES) await compare(size);

async function compare(customers: number): Promise<void> {
  const ours = new Map<string, number>();
  const found = new Map<string, Outcome['answers']>();
  for (const contestant of NAMES) {
    const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
    try {
      const peer = contestant === 'ours' ? {} : { peer: contestant };
      const order = { contestant, customers, folder, seed: SEED };
      const prepared = await inProcess({ ...order, phase: 'prepare' });
      const raced = await inProcess({ ...order, phase: 'race' });
      const imported = contestant === 'ours' ? await inProcess({ ...order, phase: 'import' }) : null;
      const bench = `records ${customers} customers`;
      for (const one of [prepared, raced, ...(imported ? [imported] : [])].flatMap(({ told }) => told)) {
        report({ bench, ...one, ...peer });
        if (contestant === 'ours') ours.set(one.metric, one.value);
        else if (isCompared(one.metric)) {
          const value = one.value / (ours.get(one.metric.replace(HASTY_SAVE, DURABLE_SAVE)) ?? Number.NaN);
          report({ bench, metric: `${one.metric}: times ours`, value, unit: '1', ...peer });
        }
      }
      found.set(contestant, raced.answers);
      tellUnlike(bench, found, contestant);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** What is better when it is less, and the same thing for all. */
function isCompared(metric: string): boolean {
  return metric === 'open to first list' || / p(50|95)$/u.test(metric);
}

/**
 * How many of the forty searches found another number of customers than ours did. Ours finds customers by the names of
 * their partners and by pinyin, too; MiniSearch finds words by their beginnings only.
 */
function tellUnlike(bench: string, found: ReadonlyMap<string, Outcome['answers']>, peer: string): void {
  if (peer === 'ours') return;
  const [ours, theirs] = [found.get('ours') ?? {}, found.get(peer) ?? {}];
  const value = Object.entries(ours).filter(([search, total]) => theirs[search] !== total).length;
  report({ bench, metric: 'searches answered otherwise than ours', value, unit: '1', peer });
}

async function inProcess(order: Order): Promise<Outcome> {
  const child = fork(RUNNER, [JSON.stringify(order)], {
    execArgv: ['--expose-gc', ...(order.contestant === 'ours' ? [] : [ROOM])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let outcome: Outcome | undefined;
  child.on('message', (message) => {
    outcome = Outcome.parse(message);
  });
  const [code] = await once(child, 'exit');
  if (!outcome) throw new Error(`${order.contestant} ended with ${code} while it was to ${order.phase}.`);
  return outcome;
}
