import { sentenceOf } from '#electron/hosts/say.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import { rejectionSentence } from '#shared/locales/translator.ts';
import type { Sent } from '#shared/model/outbox.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { SyncRun, SyncSource } from '#shared/model/sync.ts';
import { attentionSentence } from './outbox-attention.ts';
import type { Terminal } from './terminal.ts';

/** What a sync came to. */
export interface SyncResult extends Sent {
  readonly runs: readonly SyncRun[];
}

/** What `sync --json` prints; others script against it. */
export interface SyncOutcome {
  readonly pulled: SyncRun['pulled'];
  readonly pushed: number;
  /** Clashes that were found. */
  readonly conflicts: number;
  /** Entries of the outbox that were refused. */
  readonly refused: number;
  /** When the sync began that this one went on with. */
  readonly resumedFrom?: string;
}

/** Sums a sync up; `before` are the last runs as they were before it. */
export function outcomeOf({ pushed, refused, runs }: SyncResult, before: SyncState['last']): SyncOutcome {
  const sum = (count: (run: SyncRun) => number) => runs.reduce((total, run) => total + count(run), 0);
  const resumed = runs
    .filter(({ id, source }) => before[source]?.id === id)
    .map(({ startedAt }) => startedAt)
    .sort()[0];
  return {
    pulled: {
      customers: sum(({ pulled }) => pulled.customers),
      subscriptions: sum(({ pulled }) => pulled.subscriptions),
      delegations: sum(({ pulled }) => pulled.delegations),
    },
    pushed,
    conflicts: sum(({ clashes }) => clashes),
    refused,
    ...(resumed === undefined ? {} : { resumedFrom: resumed }),
  };
}

const NAMES: Record<SyncSource, string> = { 'partner-center': 'Partner Center', graph: 'Microsoft Graph' };

/** The same for a person, a line a source. */
export function accountOf({ runs }: SyncResult, { pushed, refused, resumedFrom }: SyncOutcome): string {
  const lines = runs.map((run) => {
    const { changes, clashes, pulled, requests, source } = run;
    const read = [
      count(pulled.customers, 'customer'),
      count(pulled.subscriptions, 'subscription'),
      count(pulled.delegations, 'delegation'),
    ].filter((one) => !one.startsWith('0 '));
    const changed = changes && `${changes.appeared} appeared, ${changes.changed} changed, ${changes.gone} gone`;
    const parts = [
      `${read.join(', ') || 'nothing'} read`,
      ...(changed ? [changed] : []),
      ...(clashes === 0 ? [] : [`${count(clashes, 'clash', 'clashes')} to resolve`]),
      `${count(requests.sent, 'request')} sent, ${requests.needed} needed`,
    ];
    return `${NAMES[source]}: ${parts.join('; ')}.\n`;
  });
  const went = resumedFrom === undefined ? '' : `Went on with the sync of ${resumedFrom}.\n`;
  const sent = pushed + refused === 0 ? '' : `Outbox: ${pushed} done, ${refused} refused.\n`;
  return `${went}${lines.join('')}${sent}`;
}

/** So many things that could not be read are named, and no more. */
const NAMED = 10;

/** Says on stderr what did not go well, and to scripts how many requests were made for how many that were needed. */
export function sayOf({ attention, problem: waits, runs }: SyncResult, json: boolean, { err }: Terminal): void {
  const said = new Set<string>();
  const say = (problem: Problem | null) => {
    if (problem === null) return;
    const sentence = sentenceOf(new ProblemError(problem.kind, problem.key, problem.values));
    // A service that is down keeps both from being done.
    if (!said.has(sentence)) err(`${sentence}\n`);
    said.add(sentence);
  };
  if (attention > 0) err(`${attentionSentence(attention)}\n`);
  say(waits);
  for (const { problem, requests, source, unreadable, unreadableCount } of runs) {
    say(problem);
    for (const one of unreadable.slice(0, NAMED)) err(`${NAMES[source]}, ${one.id}: ${rejectionSentence(one, 'en')}\n`);
    const more = unreadableCount - Math.min(NAMED, unreadable.length);
    if (more > 0) err(`${NAMES[source]}: ${more} more could not be read.\n`);
    if (json) err(`${JSON.stringify({ source, requests })}\n`);
  }
}

const count = (many: number, one: string, several = `${one}s`): string => `${many} ${many === 1 ? one : several}`;
