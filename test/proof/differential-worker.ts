import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { loadCedar } from './cedar.ts';
import { type Comparison, compare } from './differential.ts';
import { judge } from './judged.ts';
import { SPACE_SIZE } from './space.ts';

/** What a worker tells: how far it is, and at the end what it found. */
export type WorkerMessage = { readonly compared: number } | { readonly found: Comparison };

// Every n-th place, so that the workers have the same mixture of quick and slow requests.
const { worker, workers } = z.object({ worker: z.number(), workers: z.number() }).parse(workerData);
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

function* places() {
  for (let place = worker; place < SPACE_SIZE; place += workers) yield place;
}

tell({ found: compare(judge(places(), loadCedar()), (compared) => tell({ compared })) });
