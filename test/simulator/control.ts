import { z } from 'zod';
import { type Answer, type Handler, ok, type Route } from './http/exchange.ts';
import { FaultKind } from './http/faults.ts';
import type { Simulator } from './simulator.ts';

const WantedFault = z.object({
  /** A regular expression for `GET /v1/customers?size=500`. */
  match: z.string(),
  kind: FaultKind,
  nth: z.number().exactOptional(),
  times: z.number().exactOptional(),
  probability: z.number().exactOptional(),
  retryAfter: z.union([z.number(), z.string()]).exactOptional(),
  ms: z.number().exactOptional(),
  done: z.boolean().exactOptional(),
});

type Driven = Pick<
  Simulator,
  'advance' | 'counts' | 'customerApproves' | 'expireTokens' | 'fault' | 'faults' | 'needed'
>;

/**
 * How another process drives a simulator: `GET /_simulator/counts` and `/needed`, `POST /_simulator/faults` (a fault),
 * `/clear-faults`, `/advance?ms=N`, `/approve?id=N`, `/expire-tokens`.
 */
export function controlRoutes(simulator: () => Driven): Route[] {
  const route = (method: string, name: string, handle: Handler): Route => ({
    service: 'control',
    method,
    path: new RegExp(`^/_simulator/${name}$`, 'u'),
    handle,
  });
  const done = (): Answer => ok({ done: true });
  return [
    route('GET', 'counts', () => ok(simulator().counts())),
    route('GET', 'needed', async () => ok(await simulator().needed())),
    route('POST', 'faults', ({ body }) => {
      const read = WantedFault.safeParse(body);
      if (!read.success) return { status: 400, body: z.prettifyError(read.error) };
      simulator().fault({ ...read.data, match: new RegExp(read.data.match, 'u') });
      return done();
    }),
    route('POST', 'clear-faults', () => {
      simulator().faults.clear();
      return done();
    }),
    route('POST', 'advance', ({ url }) => {
      simulator().advance(Number(url.searchParams.get('ms')));
      return done();
    }),
    route('POST', 'approve', ({ url }) => {
      simulator().customerApproves(url.searchParams.get('id') ?? '');
      return done();
    }),
    route('POST', 'expire-tokens', () => {
      simulator().expireTokens();
      return done();
    }),
  ];
}
