import { setMaxListeners } from 'node:events';
import type { Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { RequestCount, SyncSource } from '#shared/model/sync.ts';
import { exchange } from './exchange.ts';
import { NoAnswer } from './fault.ts';
import { createGate } from './gate.ts';
import { headersOf } from './headers.ts';
import type { Pace } from './pace.ts';
import { backOff, PATIENCE, type Patience } from './retry.ts';
import { ServiceRefusal, wordsIn } from './service-refusal.ts';
import { type Sleep, sleep as sleepHere, unlessAborted } from './sleep.ts';
import { createTokens } from './tokens.ts';
import { type Hindrance, hinderedBy, judge, type Verdict } from './verdict.ts';

/** The way to the network that a host has, with the system's proxy and certificates where it knows them. */
export interface NetworkGift {
  readonly fetch: typeof globalThis.fetch;
}

/** One request to a service. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The id that makes it the same request when it is sent again; a new one unless it is given. A GUID. */
  readonly key?: string;
  /**
   * Whether it is sent again when nobody can tell if the service did what it was asked (a connection that broke, half an
   * answer, an error of the service). `when-undone`: only after answers which say that it did not; else the problem is
   * thrown, and whoever asked must look. Unless given, `when-undone` for a POST to Graph, which promises nothing about
   * requests of the same id, and `always` for the rest.
   */
  readonly again?: 'always' | 'when-undone';
  readonly signal?: AbortSignal | undefined;
}

/** What a service answered. */
export interface WireAnswer {
  readonly status: number;
  /** Lowercase names. */
  readonly headers: ReadonlyMap<string, string>;
  /** `null` where there is none (204). */
  readonly body: unknown;
  /** When it was received, by our clock. */
  readonly at: Instant;
}

/**
 * Sends requests to one service, politely: as many a minute as it bears, again when it asks for that, with a token of the
 * account. An answer of 2xx is given back; anything else is thrown as a `ServiceRefusal` (the service said no, in its own
 * words) or as a `ProblemError` (it could not be asked, or nobody can tell what it said). An aborted request rejects with
 * its signal's reason, at once.
 */
export interface Wire {
  send(request: WireRequest): Promise<WireAnswer>;
  /** So far. `needed` is whoever asks' to say. */
  readonly counts: Omit<RequestCount, 'needed'>;
  /** Until when nothing is sent since the service asked for that; `null` when it did not. */
  readonly waitingUntil: Instant | null;
}

export interface WireOptions {
  readonly service: SyncSource;
  /** The service's address. Requests go nowhere else, since they carry the token. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  /** A bearer token; a fresh one after `refused` was. */
  readonly token: (refused?: string) => Promise<string>;
  /** Shared by all that asks the same service for the same tenant. */
  readonly pace: Pace;
  readonly clock: () => Date;
  readonly sleep?: Sleep;
  /** From 0 to 1. */
  readonly random: () => number;
  /** GUIDs. */
  readonly newId: () => string;
  /** BCP 47 tag of the language in which the service shall put what it says. */
  readonly locale?: string;
  /** Requests under way at the same time. */
  readonly concurrency?: number;
  readonly patience?: Partial<Patience>;
  /** Bytes that an answer may have. */
  readonly atMost?: number;
}

/** Bytes: far above the longest page that a service gives. */
const LARGEST = 64 * 2 ** 20;

type Attempt = Exclude<Verdict, { is: 'done' }> | { readonly is: 'done'; readonly answer: WireAnswer };

/** A wire to one service for one run: its requests carry one correlation id. */
export function createWire(options: WireOptions): Wire {
  const { service, fetch, pace, clock, random, newId, sleep = sleepHere, atMost = LARGEST } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const gate = createGate(options.concurrency ?? 8);
  const { host, origin } = new URL(options.base);
  const run = { service, correlation: newId(), locale: options.locale ?? 'en-US' };
  const tokens = createTokens(options.token, host);
  const counts = { sent: 0, throttled: 0, repeated: 0 };
  /** Whether the service ever answered: then an address that can't be reached is a hiccup. */
  let reached = false;

  /** Sends once, when there is room and it is time, and judges the answer. */
  async function attempt(request: WireRequest, key: string, token: string, repeated: boolean): Promise<Attempt> {
    const { method, url, body, signal } = request;
    const leave = await gate.enter(signal);
    try {
      await pace.take(signal);
      signal?.throwIfAborted();
      counts.sent++;
      if (repeated) counts.repeated++;
      const headers = headersOf(request, { ...run, key, token });
      const outgoing = { method, url, headers, body: body === undefined ? undefined : JSON.stringify(body) };
      const answer = await exchange(outgoing, { fetch, silence: patience.silence, atMost, signal });
      const received = clock();
      reached = true;
      const verdict = judge(answer, received);
      return verdict.is === 'done' ? { is: 'done', answer: { ...answer, at: received.toISOString() } } : verdict;
    } catch (error) {
      if (error instanceof NoAnswer) return hinderedBy(error.fault);
      throw error;
    } finally {
      leave();
    }
  }

  /** Milliseconds to wait before the next try. What a service asks for, it asks of all our requests. */
  function waitAfter({ asked, throttled }: Hindrance, tries: number): number {
    const own = backOff(tries, random, patience);
    const wait = asked ?? (throttled ? Math.max(own, patience.first) : own);
    if (throttled) counts.throttled++;
    if (throttled || asked !== null) pace.hold(Math.min(wait, patience.inAll));
    return wait;
  }

  async function send(request: WireRequest): Promise<WireAnswer> {
    const { signal, method, key = newId() } = request;
    const again = request.again ?? (service === 'graph' && method === 'POST' ? 'when-undone' : 'always');
    // A run gives one signal to all of its requests: that many listen to it is no leak, as older engines warn.
    if (signal !== undefined) setMaxListeners(0, signal);
    const to = new URL(request.url);
    if (to.origin !== origin) throw new ProblemError('unavailable', 'networkForeignAddress', { host, to: to.host });
    let denied: { readonly token: string; readonly problem: ProblemError } | undefined;
    let waited = 0;
    for (let tries = 1; ; tries++) {
      const token = await unlessAborted(tokens.get(denied?.token), signal);
      // A token that nobody can renew is not worth another request.
      if (token === denied?.token) throw denied.problem;
      const outcome = await attempt(request, key, token, tries > 1);
      switch (outcome.is) {
        case 'done':
          return outcome.answer;
        case 'refused':
          throw new ServiceRefusal(outcome.words);
        case 'unauthorised': {
          const problem = new ProblemError('refused', 'networkTokenRefused', { ...wordsIn(outcome.words), host });
          if (denied !== undefined) throw problem;
          denied = { token, problem };
          break;
        }
        case 'hindered': {
          const wait = waitAfter(outcome, tries);
          waited += wait;
          const hopeful = outcome.again === 'yes' || (outcome.again === 'reached' && reached);
          const safe = outcome.undone || again === 'always';
          if (!(hopeful && safe) || tries >= patience.tries || waited > patience.inAll) {
            throw outcome.problem(host, tries);
          }
          await sleep(wait, signal);
        }
      }
    }
  }

  return {
    send,
    get counts() {
      return { ...counts };
    },
    get waitingUntil() {
      const left = pace.heldFor;
      // To the second: whoever looks twice sees the same.
      return left > 0 ? new Date(Math.ceil((clock().getTime() + left) / 1_000) * 1_000).toISOString() : null;
    },
  };
}
