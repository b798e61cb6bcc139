import { setTimeout as wait } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like } from '#electron/hosts/cli/options.ts';
import { signInAt, WAYS, type Way } from '#electron/hosts/cli/signing-in.ts';
import { accountOf, outcomeOf, sayOf } from '#electron/hosts/cli/sync-outcome.ts';
import { progressView } from '#electron/hosts/cli/sync-progress.ts';
import type { ExitCode, Finish, Terminal } from '#electron/hosts/cli/terminal.ts';
import { openOutside } from '#electron/hosts/open-outside.ts';
import { EXIT } from '#electron/hosts/say.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type SyncRun, SyncSource } from '#shared/model/sync.ts';

interface SyncOptions extends CommonOptions {
  readonly source?: SyncSource;
  readonly signIn?: Way;
  readonly anew?: boolean;
  readonly requestsPerMinute?: number;
}

/** Milliseconds between two looks at how far it is. */
const LOOK = 250;

/** `sync`: sends what waits and pulls from the services once, or goes on where an earlier sync was cut short. */
export function addSyncVerb(program: Command, terminal: Terminal, finish: Finish): void {
  withCommonOptions(program.command('sync'))
    .description('send what waits in the outbox and pull from the services, once; Ctrl-C pauses, the next sync goes on')
    .addOption(new Option('--source <source>', 'only this service').choices(SyncSource.options))
    .option('--anew', 'begin anew instead of going on with a sync that was cut short')
    .option('--token-file <file>', 'a file with access tokens, for unattended use')
    .addOption(new Option('--sign-in <way>', 'sign in first, by this way').choices(WAYS))
    .option(
      '--requests-per-minute <n>',
      'how many requests each service is sent at most (default 450)',
      like(z.coerce.number().positive(), 'a number above 0'),
    )
    .action(async (options: SyncOptions) => {
      await withConsole(
        terminal,
        options,
        'write',
        async (client) => {
          await beSignedIn(client, options, terminal);
          finish(await syncOnce(client, options, terminal));
        },
        undefined,
        { openAddress: openOutside, requestsAMinute: options.requestsPerMinute },
      );
    });
}

/** Whoever sits at the terminal may sign in on the way; a script must hand tokens in. */
async function beSignedIn({ account }: ConsoleClient, { json, signIn }: SyncOptions, terminal: Terminal) {
  const { state } = await account.state();
  if (state === 'signed-in' && signIn === undefined) return;
  const how = signIn ?? (terminal.input.isTTY && !json ? 'device-code' : undefined);
  if (how === undefined) throw new ProblemError('refused', 'notSignedIn');
  await signInAt(account, how, terminal);
}

/** One sync through the contract, shown and accounted for; gives the exit code. */
export async function syncOnce(
  { sync }: Pick<ConsoleClient, 'sync'>,
  { anew = false, json = false, source }: Pick<SyncOptions, 'anew' | 'json' | 'source'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const view = progressView(terminal, json);
  const stopping = new AbortController();
  const takeBack = terminal.onInterrupt?.(() => stopping.abort());
  try {
    if (anew) await sync.cancel(source === undefined ? {} : { source });
    const { last } = await sync.state();
    const { started } = await sync.start(source === undefined ? {} : { sources: [source] });
    const finished = sync.finished();
    // Whoever stops does not wait for it.
    finished.catch(() => undefined);
    const ended = await watched(sync, finished, view.show, stopping.signal);
    view.end();
    const result = ended ?? (await paused(sync, started, last));
    const outcome = outcomeOf(result, last);
    if (json) terminal.out(`${JSON.stringify(outcome)}\n`);
    else terminal.out(accountOf(result, outcome));
    sayOf(result, json, terminal);
    if (ended === null) {
      terminal.err('Paused: the next sync goes on from here.\n');
      return EXIT.interrupted;
    }
    return codeOf(result);
  } finally {
    view.end();
    takeBack?.();
  }
}

type Sync = ConsoleClient['sync'];
type Finished = Awaited<ReturnType<Sync['finished']>>;

/** What came of it; `null` when it was stopped before. */
async function watched(
  sync: Sync,
  finished: Promise<Finished>,
  show: ReturnType<typeof progressView>['show'],
  signal: AbortSignal,
): Promise<Finished | null> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  const end = finished.finally(() => done.abort());
  end.catch(() => undefined);
  while (!either.aborted) {
    const { progress } = await sync.state();
    if (progress !== null) show(progress);
    await wait(LOOK, undefined, { signal: either }).catch(() => undefined);
  }
  return done.signal.aborted ? await end : null;
}

/** Pauses, and gives what there is so far; `before` are the last runs as they were before this sync. */
async function paused(sync: Sync, started: readonly SyncSource[], before: SyncState['last']): Promise<Finished> {
  await sync.pause();
  const { last, next, sent } = await sync.state();
  const runs = started
    // What comes next was not begun, and what was at its end before belongs to an older sync.
    .filter((source) => !next.includes(source))
    .map((source) => last[source])
    .filter((run) => run !== null)
    .filter((run) => run.id !== before[run.source]?.id || before[run.source]?.endedAt === null);
  return { runs, ...sent };
}

function codeOf({ attention, problem: waits, refused, runs }: Finished): ExitCode {
  if ([waits, ...runs.map(({ problem }) => problem)].some((problem) => problem?.kind === 'damaged')) {
    return EXIT.unreadable;
  }
  const whole = ({ state, unreadableCount }: SyncRun) => state === 'done' && unreadableCount === 0;
  return refused + attention === 0 && waits === null && runs.every(whole) ? EXIT.done : EXIT.refused;
}
