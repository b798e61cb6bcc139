import { z } from 'zod';
import { Random } from '#test/generator/random.ts';
import { type Answer, type Asked, refusal, type Service } from './exchange.ts';

/**
 * What goes wrong with an answer. Statuses, `html`, `redirect` and `reset` come instead of the deed; the others after it.
 * `reset`: the connection breaks before a byte was sent; `reset-mid-body`: while the body is sent; `half-body`: it ends
 * before the announced length; `cut-json`: half a body that looks whole; `stall`: no answer until the asker gives up.
 */
export const FaultKind = z.enum([
  '401',
  '403',
  '404',
  '408',
  '429',
  '500',
  '502',
  '503',
  '504',
  'reset',
  'reset-mid-body',
  'half-body',
  'cut-json',
  'empty',
  'html',
  'redirect',
  'slow',
  'stall',
  'unknown-shape',
]);
export type FaultKind = z.infer<typeof FaultKind>;

export interface Fault {
  /** Of `GET /v1/customers?size=500`, or of the request. */
  readonly match: RegExp | ((asked: Asked) => boolean);
  readonly kind: FaultKind;
  /** Only the nth request that matches, from 1. */
  readonly nth?: number;
  /** So many that match; 1 unless `nth` or `probability` is given. */
  readonly times?: number;
  /** Each that matches with this probability, by the seed's dice. */
  readonly probability?: number;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: number | string;
  /** How slow, in milliseconds; 500 unless given. */
  readonly ms?: number;
  /** Whether the deed is done nevertheless, and only the answer is lost. */
  readonly done?: boolean;
}

/** A fault that was set, and how often it was played. */
export interface SetFault {
  readonly played: number;
  /** Takes it back. */
  clear(): void;
}

export interface Faults {
  set(fault: Fault): SetFault;
  clear(): void;
  /** The one to play for a request; each that matches counts it. */
  next(asked: Asked): Fault | null;
}

const BEFORE = /^(?:\d{3}|reset|html|redirect)$/u;

/** Whether the request is carried out although its answer goes wrong. */
export const isDone = ({ done, kind }: Fault): boolean => done ?? !BEFORE.test(kind);

export function createFaults(seed: number): Faults {
  const random = new Random(seed, 'faults');
  const all = new Set<{ readonly fault: Fault; met: number; played: number }>();

  return {
    set(fault) {
      const one = { fault, met: 0, played: 0 };
      all.add(one);
      return {
        get played() {
          return one.played;
        },
        clear: () => void all.delete(one),
      };
    },
    clear: () => all.clear(),
    next(asked) {
      let chosen: Fault | null = null;
      for (const one of all) {
        const { fault } = one;
        if (!matches(fault, asked)) continue;
        one.met += 1;
        if (chosen !== null || !isDue(fault, one.met, one.played, random)) continue;
        one.played += 1;
        chosen = fault;
      }
      return chosen;
    },
  };
}

function matches({ match }: Fault, asked: Asked): boolean {
  if (typeof match === 'function') return match(asked);
  match.lastIndex = 0;
  return match.test(`${asked.method} ${asked.url.pathname}${asked.url.search}`);
}

function isDue({ nth, probability, times }: Fault, met: number, played: number, random: Random): boolean {
  if (nth !== undefined) return met >= nth && met < nth + (times ?? 1);
  const drawn = probability === undefined || random.chance(probability);
  return drawn && played < (times ?? (probability === undefined ? 1 : Number.POSITIVE_INFINITY));
}

const PAGE =
  '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body><h1>Proxy</h1></body></html>';

/** What is answered instead of the deed; `null` for a fault of the connection. */
export function answerOf({ kind, retryAfter }: Fault, service: Service, requestId: string | null): Answer | null {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  switch (kind) {
    case '429':
      return throttled(retryAfter ?? 1);
    case 'html':
      return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: PAGE };
    case 'redirect':
      return { status: 302, headers: { Location: 'https://login.proxy.example/?from=here' } };
    case 'unknown-shape':
      return { status: 200, body: [{ unexpected: true }] };
    case 'empty':
      return { status: 200 };
    default:
      if (!/^\d{3}$/u.test(kind)) return null;
      return { ...refusal(service, Number(kind), codeOf(kind, service), `Simulated ${kind}.`, requestId), headers };
  }
}

const codeOf = (kind: string, service: Service): string => {
  const [partnerCenter = '', graph = ''] = {
    '401': ['2001', 'InvalidAuthenticationToken'],
    '403': ['900150', 'Authorization_RequestDenied'],
    '404': ['20002', 'NotFound'],
  }[kind] ?? ['3000', 'ServiceUnavailable'];
  return service === 'graph' ? graph : partnerCenter;
};

/** The other shape: what stands before the service counts the requests. */
export function throttled(retryAfter: number | string): Answer {
  const seconds = typeof retryAfter === 'number' ? retryAfter : 1;
  return {
    status: 429,
    headers: { 'Retry-After': String(retryAfter) },
    body: { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` },
  };
}
