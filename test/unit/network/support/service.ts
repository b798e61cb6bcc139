import { createPace, type PaceOptions } from '#electron/network/pace.ts';
import { createWire, type Wire, type WireOptions } from '#electron/network/wire.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

export const BASE = 'https://service.example';

/** A request as it reached the service. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  /** Milliseconds since the beginning. */
  readonly at: number;
}

/** What the service does with a request: answers it, or fails as a network does. */
export type Reaction = Response | Error | (() => Response | Promise<Response>);

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export interface Rig {
  readonly wire: Wire;
  readonly received: Received[];
  readonly time: VirtualTime;
  readonly get: (path?: string, signal?: AbortSignal) => ReturnType<Wire['send']>;
}

export interface RigOptions extends Partial<Omit<WireOptions, 'pace'>> {
  readonly pace?: PaceOptions;
}

/** A wire to a service in memory, in virtual time; `react` is asked what to do with each request and how many there were before. */
export function rig(react: (request: Received, before: number) => Reaction, options: RigOptions = {}): Rig {
  const time = virtualTime();
  const received: Received[] = [];
  let ids = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const request: Received = {
      method: init?.method ?? 'GET',
      url: String(input),
      headers: new Headers(init?.headers),
      body,
      at: time.elapsed(),
    };
    received.push(request);
    const reaction = react(request, received.length - 1);
    if (reaction instanceof Error) throw reaction;
    return typeof reaction === 'function' ? reaction() : reaction;
  };
  const wire = createWire({
    service: 'partner-center',
    base: BASE,
    fetch,
    token: async () => 'token-1',
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0.5,
    newId: () => `id-${++ids}`,
    ...options,
    pace: createPace({ perMinute: Infinity, elapsed: time.elapsed, sleep: time.sleep, ...options.pace }),
  });
  const get: Rig['get'] = (path = '/v1/customers', signal) =>
    wire.send({ method: 'GET', url: `${BASE}${path}`, ...(signal && { signal }) });
  return { wire, received, time, get };
}

/** What a promise is rejected with; one that is kept fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const kept = Symbol('kept');
  const outcome = await promise.then(
    () => kept,
    (error: unknown) => error,
  );
  if (outcome === kept) throw new Error('the promise was expected to be rejected');
  return outcome;
}
