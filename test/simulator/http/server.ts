import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { SyncSource } from '#shared/model/sync.ts';
import { send } from './answering.ts';
import { type Answer, type Asked, headerOf, type Route, refusal, type Service } from './exchange.ts';
import { answerOf, type Fault, type Faults, isDone } from './faults.ts';
import type { RequestLog } from './log.ts';
import type { Once } from './once.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly once: Once;
  readonly throttle: (service: Service) => Answer | null;
  readonly refuse: (service: SyncSource, authorization: string | null, requestId: string | null) => Answer | null;
  readonly latencyMs: number;
  readonly now: () => Date;
}

const LARGEST = 2 ** 20;

/** A server of these routes, not listening yet. */
export function createSimulatorServer(options: ServerOptions): Server {
  const server = createServer((request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      response.destroy();
    });
  });
  server.keepAliveTimeout = 30_000;
  return server;
}

async function serve(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const { faults, latencyMs, log, now, routes } = options;
  const asked = await read(request);
  const path = asked.url.pathname;
  const route = routes.find((one) => one.method === asked.method && one.path.test(path));
  const service = route?.service ?? (path.startsWith('/v1.0/') ? 'graph' : 'partner-center');
  if (latencyMs > 0) await after(latencyMs);
  const fault = service === 'control' ? null : faults.next(asked);
  const answer = await answerTo(asked, service, route, fault, options);
  const marked = { ...answer, headers: { ...marks(service, asked), ...answer.headers } };
  const status = await send(response, marked, fault, now());
  log.add({
    at: now().toISOString(),
    service,
    method: asked.method,
    path: path + asked.url.search,
    requestId: asked.requestId,
    correlationId: headerOf(asked, 'MS-CorrelationId'),
    status,
    fault: fault?.kind ?? null,
  });
}

/** The ids that a service gives back. */
const marks = (service: Service, { requestId }: Asked): Record<string, string> =>
  requestId === null ? {} : { [service === 'graph' ? 'client-request-id' : 'MS-RequestId']: requestId };

async function answerTo(
  asked: Asked,
  service: Service,
  route: Route | undefined,
  fault: Fault | null,
  options: ServerOptions,
): Promise<Answer> {
  const instead = fault === null ? null : answerOf(fault, service, asked.requestId);
  if (fault !== null && !isDone(fault)) return instead ?? { status: 500 };
  const answer = await deed(asked, service, route, options);
  return instead ?? answer;
}

async function deed(
  asked: Asked,
  service: Service,
  route: Route | undefined,
  { once, refuse, throttle }: ServerOptions,
): Promise<Answer> {
  const { requestId } = asked;
  const busy = throttle(service);
  if (busy) return busy;
  if (service === 'partner-center' || service === 'graph') {
    const refused = refuse(service, headerOf(asked, 'Authorization'), requestId);
    if (refused) return refused;
  }
  if (!route) return refusal(service, 404, service === 'graph' ? 'NotFound' : '404', 'No such address.', requestId);
  const known = once.before(service, asked);
  if (known) return known;
  const answer = await route.handle(asked, route.path.exec(asked.url.pathname)?.slice(1).map(decodeURIComponent) ?? []);
  once.keep(service, asked, answer);
  return answer;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.byteLength;
    if (bytes > LARGEST) throw new Error('The body of a request is larger than any the services take.');
    chunks.push(part);
  }
  const text = Buffer.concat(chunks).toString();
  const { headers, method = 'GET', url = '/' } = request;
  const asked = { method, headers, text, body: parsed(text), url: new URL(url, 'http://simulator.invalid') };
  const requestId = headerOf(asked, 'MS-RequestId') ?? headerOf(asked, 'client-request-id');
  return { ...asked, requestId };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
