import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createConsole } from '#electron/console.ts';
import { nodeNetwork } from '#electron/hosts/node-network.ts';
import type { NetworkGift } from '#electron/network/wire.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { watched } from '#test/bench/support/records/stall.ts';
import { sampled } from './memory-samples.ts';
import { type Asked, FILES, type Order, type Outcome } from './order.ts';

/** More than any machine sends. */
const NO_PACE = 1_000_000_000;

const QUARTERS = ['at its beginning', 'at a quarter', 'at half', 'at three quarters', 'at its end'];

/** Syncs an empty workspace, then once more when nothing has changed upstream, in consoles of their own. */
export async function syncTwice(order: Order): Promise<Outcome> {
  const first = await syncOnce('first sync', order, nodeNetwork());
  const requests = createWriteStream(join(order.folder, FILES.requests));
  const noted = notingTo(nodeNetwork(), (asked) => requests.write(`${JSON.stringify(asked)}\n`));
  const again = await syncOnce('sync again', order, noted);
  requests.end();
  await finished(requests);
  return [...first, ...again];
}

async function syncOnce(name: string, { customers, folder }: Order, network: NetworkGift): Promise<Outcome> {
  const { client, close } = await createConsole({
    folder: join(folder, FILES.workspace),
    host: 'cli',
    version: '0.0.0',
    engine: 'bench',
    locale: 'en',
    clock: () => new Date(),
    newId: randomUUID,
    settings: { get: () => DEFAULT_SETTINGS, set: () => undefined },
    draftsFolder: join(folder, 'drafts'),
    tokenFile: join(folder, FILES.tokens),
    requestsAMinute: NO_PACE,
    network,
    openPath: () => Promise.resolve(false),
    openAddress: () => Promise.resolve(false),
    onHail: null,
  });
  try {
    await client.customers.list({});
    const cpu = process.cpuUsage();
    const { memory, result } = await sampled(() => watched(() => pullAll(client)));
    const { system, user } = process.cpuUsage(cpu);
    const seconds = result.took / 1000;
    const measured: Outcome = [
      { metric: 'took', value: seconds, unit: 's' },
      { metric: '', value: customers / seconds, unit: 'customers/s' },
      { metric: 'requests', value: result.result.sent / seconds, unit: 'requests/s' },
      { metric: 'requests sent ÷ needed', value: result.result.sent / result.result.needed, unit: '1' },
      { metric: 'things that changed', value: result.result.changes, unit: '1' },
      { metric: 'CPU', value: (user + system) / 1000 / customers, unit: 'ms/customer' },
      { metric: 'longest stall', value: result.stall, unit: 'ms' },
      ...memory.quarters.map((value, nth) => ({ metric: `RSS ${QUARTERS[nth]}`, value, unit: 'MB' })),
      { metric: 'RSS at most', value: memory.peak, unit: 'MB' },
    ];
    globalThis.gc?.();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    const after = { metric: 'in use afterwards', value: (heapUsed + arrayBuffers) / 1_048_576, unit: 'MB' };
    return [...measured, after].map((one) => ({ ...one, metric: one.metric === '' ? name : `${name}: ${one.metric}` }));
  } finally {
    await close();
  }
}

/** A whole sync through the contract. */
async function pullAll({ sync }: ConsoleClient): Promise<{ sent: number; needed: number; changes: number }> {
  await sync.start({});
  const { runs } = await sync.finished();
  for (const { problem, source, state } of runs) {
    if (state !== 'done') throw new Error(`The sync with ${source} ended ${state}: ${JSON.stringify(problem)}`);
  }
  const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    sent: sum(({ requests }) => requests.sent),
    needed: sum(({ requests }) => requests.needed),
    changes: sum(({ changes }) => (changes ? changes.appeared + changes.changed + changes.gone : 0)),
  };
}

/** The same network, telling what is asked for. */
function notingTo({ fetch }: NetworkGift, note: (asked: Asked) => void): NetworkGift {
  return {
    fetch: (input, init) => {
      note({ url: String(input), headers: Object.fromEntries(new Headers(init?.headers)) });
      return fetch(input, init);
    },
  };
}
