import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Cloud } from '#shared/model/partner.ts';
import { startSimulator } from './start.ts';

/**
 * Runs a simulator until it is told to end:
 * `node test/simulator/main.ts --cloud global --customers 10000`. Prints one JSON line with its addresses, its profile
 * and a token for each service. Time passes for its relationships as on the wall.
 */
const Count = z.coerce.number().int().nonnegative();
const Options = z.object({
  cloud: Cloud.default('21vianet'),
  customers: Count.max(100_000).default(300),
  seed: Count.exactOptional(),
  port: Count.exactOptional(),
  latency: Count.default(0),
  skew: z.coerce.number().default(0),
  /** Requests a minute and service; all unless given. */
  throttle: Count.exactOptional(),
  unreadable: z.coerce.number().min(0).max(1).default(0),
  'token-seconds': Count.exactOptional(),
  quirks: z.enum(['yes', 'no']).default('yes'),
  /** For whoever starts it and may be killed: its end of the pipe closes then. */
  'until-stdin-ends': z.boolean().default(false),
});

const { values } = parseArgs({
  options: {
    cloud: { type: 'string' },
    customers: { type: 'string' },
    seed: { type: 'string' },
    port: { type: 'string' },
    latency: { type: 'string' },
    skew: { type: 'string' },
    throttle: { type: 'string' },
    unreadable: { type: 'string' },
    'token-seconds': { type: 'string' },
    quirks: { type: 'string' },
    'until-stdin-ends': { type: 'boolean' },
  },
});
const read = Options.safeParse({ ...values });
if (!read.success) {
  process.stderr.write(`${z.prettifyError(read.error)}\n`);
  process.exit(2);
}
const {
  latency,
  port,
  quirks,
  seed,
  skew,
  throttle,
  'token-seconds': tokenSeconds,
  'until-stdin-ends': untilStdinEnds,
  ...rest
} = read.data;

const simulator = await startSimulator({
  ...rest,
  flowing: true,
  quirks: quirks === 'yes',
  latencyMs: latency,
  clockSkewMs: skew,
  ...(port !== undefined && { port }),
  ...(seed !== undefined && { seed }),
  ...(tokenSeconds !== undefined && { tokenSeconds }),
  ...(throttle !== undefined && { throttle: { requests: throttle } }),
});
const { authority, graph, partnerCenter, profile, token, url } = simulator;
const tokens = {
  partnerCenter: token('partner-center', { seconds: 864_000 }),
  graph: token('graph', { seconds: 864_000 }),
};
process.stdout.write(`${JSON.stringify({ url, partnerCenter, graph, authority, profile, tokens })}\n`);

async function end(): Promise<void> {
  await simulator.close();
  process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
process.once('disconnect', () => void end());
if (untilStdinEnds) process.stdin.once('end', () => void end()).resume();
