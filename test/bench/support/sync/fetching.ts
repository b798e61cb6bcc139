import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampled } from './memory-samples.ts';
import { Asked, FILES, type Order, type Outcome } from './order.ts';

/** As many as a pull has under way. */
const AT_ONCE = 8;

/** Fetches and parses the bodies that the second sync fetched, and does nothing with them. */
export async function fetchAgain({ customers, folder }: Order): Promise<Outcome> {
  const lines = (await readFile(join(folder, FILES.requests), 'utf8')).split('\n').filter((line) => line !== '');
  const wanted = lines.map((line) => Asked.parse(JSON.parse(line)));
  const cpu = process.cpuUsage();
  const start = performance.now();
  let at = 0;
  const worker = async () => {
    for (let next = wanted[at++]; next !== undefined; next = wanted[at++]) {
      const answer = await fetch(next.url, { headers: next.headers });
      await answer.json();
    }
  };
  const { memory } = await sampled(() => Promise.all(Array.from({ length: AT_ONCE }, worker)));
  const took = performance.now() - start;
  const { system, user } = process.cpuUsage(cpu);
  return [
    { metric: 'sync again', value: (customers / took) * 1000, unit: 'customers/s' },
    { metric: 'sync again: requests', value: (wanted.length / took) * 1000, unit: 'requests/s' },
    { metric: 'sync again: CPU', value: (user + system) / 1000 / customers, unit: 'ms/customer' },
    { metric: 'sync again: RSS at most', value: memory.peak, unit: 'MB' },
  ];
}
