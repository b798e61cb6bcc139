import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { readRequest } from '#electron/policy/index.ts';
import { loadCedar } from './cedar.ts';
import { type Comparison, describe, sumOf, unmetIn } from './differential.ts';
import type { WorkerMessage } from './differential-worker.ts';
import { rawRequestAt, SPACE_SIZE } from './space.ts';

const PROGRESS_EVERY = 10_000;

const number = new Intl.NumberFormat('en');
const say = (line: string) => process.stderr.write(`${line}\n`);

/** How many requests of the space differ from one another, as the policy reads them. */
async function countDistinct(): Promise<number> {
  const digests = new Set<string>();
  for (let place = 0; place < SPACE_SIZE; place += 1) {
    digests.add(hash('sha1', JSON.stringify(readRequest(rawRequestAt(place))), 'base64'));
    // The workers' messages come in between.
    if (place % 5000 === 0) await setImmediate();
  }
  return digests.size;
}

function runWorker(worker: number, workers: number, progress: (compared: number) => void): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./differential-worker.ts', import.meta.url), {
      workerData: { worker, workers },
    });
    thread.on('message', (message: WorkerMessage) => {
      if ('found' in message) resolve(message.found);
      else progress(message.compared);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`A worker of the differential run ended early with code ${code}.`)));
  });
}

async function compareEverything(): Promise<Comparison> {
  const workers = Math.min(4, availableParallelism());
  const done = Array.from({ length: workers }, () => 0);
  const start = Date.now();
  let told = start;
  const progress = (worker: number) => (compared: number) => {
    done[worker] = compared;
    if (Date.now() - told < PROGRESS_EVERY) return;
    told = Date.now();
    const sum = done.reduce((one, other) => one + other, 0);
    const speed = sum / ((told - start) / 1000);
    say(
      `differential: ${number.format(sum)} of ${number.format(SPACE_SIZE)} requests, ${number.format(Math.round(speed))}/s`,
    );
  };
  return sumOf(await Promise.all(done.map((_, worker) => runWorker(worker, workers, progress(worker)))));
}

/** Counts, one a line, in the order of their names. */
function table(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).sort(([one], [other]) => one.localeCompare(other));
  return entries.map(([saying, count]) => `  ${saying.padEnd(12)}${number.format(count).padStart(10)}`).join('\n');
}

/**
 * Compares the policy with Cedar on every request of the space, with progress on stderr and the result on stdout.
 *
 * @returns whether they agree everywhere, all requests are distinct, and every act and every rule was met
 */
export async function proveDifferential(): Promise<boolean> {
  const start = Date.now();
  const [found, distinct] = await Promise.all([compareEverything(), countDistinct()]);
  const seconds = Math.round((Date.now() - start) / 1000);
  const unmet = unmetIn(found, loadCedar());
  say(`differential: how often each rule took part on the winning side\n${table(found.rules)}`);
  if (found.disagreed > 0) say(`differential: the policy says …, not what Cedar says\n${table(found.ways)}`);
  for (const disagreement of found.disagreements) say(describe(disagreement));
  if (distinct !== SPACE_SIZE) say(`differential: ${number.format(SPACE_SIZE - distinct)} requests occur twice.`);
  if (unmet.length > 0) say(`differential: never met: ${unmet.join(', ')}`);
  const { allow, deny, unknown } = found.outcomes;
  console.log(
    `differential: ${number.format(distinct)} distinct requests, ${number.format(found.disagreed)} disagreements ` +
      `(allow ${number.format(allow)}, deny ${number.format(deny)}, unknown ${number.format(unknown)}) in ${seconds} s`,
  );
  return found.disagreed === 0 && distinct === SPACE_SIZE && found.compared === SPACE_SIZE && unmet.length === 0;
}
