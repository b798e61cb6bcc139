import type { Records } from '#electron/records/records.ts';
import type { OutboxEntry, Sent } from '#shared/model/outbox.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { deliver } from './delivering.ts';
import { Entries, isPending } from './entries.ts';
import type { SendInto } from './errand.ts';
import { serviceOf } from './requests.ts';

/** What a sending is told beside what it works with. */
export interface Sending {
  /** This entry alone; without it, all that waits. */
  readonly only?: string;
  /** Told before each entry how far it is, and which service comes next. */
  readonly show?: (soFar: SoFar) => void;
}

export interface SoFar {
  readonly done: number;
  readonly of: number;
  readonly service: SyncSource;
  readonly sent: Sent;
}

/** Where nothing was sent. */
export const NOTHING_SENT: Sent = { pushed: 0, refused: 0, attention: 0, problem: null };

const sending = new WeakMap<Records, Promise<unknown>>();

/** Whether something of the outbox is being sent just now. */
export const isSending = (records: Records): boolean => sending.has(records);

/**
 * Sends what waits, one entry after another in the order in which they were decided. Each step is recorded when it is
 * done; a sending that is cut short, by a kill too, goes on after the last one. What can't be sent because a service
 * can't be reached waits on, and so does all that is behind it for the same service. A second call waits for the first.
 * Rejects with the signal's reason when that is aborted, and with a problem when the records can't be written.
 */
export function sendWaiting(into: SendInto, how: Sending = {}): Promise<Sent> {
  const { records } = into;
  const run = () => sendAll(into, how);
  const turn = (sending.get(records) ?? Promise.resolve()).then(run, run);
  sending.set(records, turn);
  const over = () => {
    if (sending.get(records) === turn) sending.delete(records);
  };
  turn.then(over, over);
  return turn;
}

async function sendAll(into: SendInto, { only, show }: Sending): Promise<Sent> {
  const entries = await Entries.of(into.records);
  const wanted = only === undefined ? entries.all : [entries.get(only)];
  const waiting = wanted.filter(isPending);
  const down = new Set<SyncSource>();
  let sent = NOTHING_SENT;
  for (const [done, { command, id }] of waiting.entries()) {
    into.signal?.throwIfAborted();
    const service = serviceOf(command);
    if (down.has(service)) continue;
    show?.({ done, of: waiting.length, service, sent });
    try {
      const entry = await deliver(entries, id, into);
      sent = withOneMore(sent, entry);
      if (entry.state === 'waiting' && entry.problem) down.add(service);
    } catch (error) {
      // A customer whose dossier can't be read keeps no other one waiting.
      if (!(error instanceof ProblemError) || error.problem.kind !== 'damaged') throw error;
      const { problem } = error;
      sent = withOneMore(sent, await entries.change(id, (now) => (isPending(now) ? waitingFor(problem, now) : now)));
    }
  }
  return sent;
}

const waitingFor = (problem: Problem, entry: OutboxEntry): OutboxEntry => ({ ...entry, state: 'waiting', problem });

/** The first problem is told: what comes after it is mostly the same. */
function withOneMore(sent: Sent, { problem, state }: OutboxEntry): Sent {
  switch (state) {
    case 'done':
      return { ...sent, pushed: sent.pushed + 1 };
    case 'refused':
      return { ...sent, refused: sent.refused + 1 };
    case 'needs-attention':
      return { ...sent, attention: sent.attention + 1 };
    case 'waiting':
      return { ...sent, problem: sent.problem ?? problem };
    default:
      // Taken back meanwhile.
      return sent;
  }
}
