import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { SyncSource } from '#shared/model/sync.ts';
import type { Simulator, SimulatorOptions } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';

/** A simulator for one test; it ends with it. */
export async function simulated(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ cloud: 'global', customers: 40, ...options });
  onTestFinished(() => simulator.close());
  return simulator;
}

export const Body = z.record(z.string(), z.unknown());
export type Body = z.infer<typeof Body>;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token?: string;
}

/** Asks a service with a good token, or with another one. `what` is such as `GET /v1/customers`. */
export async function ask(
  simulator: Simulator,
  service: SyncSource,
  what: string,
  { body, headers = {}, token = simulator.token(service) }: Asking = {},
): Promise<Answered> {
  const [method = 'GET', path = '/'] = what.split(/ (.*)/u);
  const base = service === 'graph' ? simulator.graph : simulator.partnerCenter;
  const response = await fetch(path.startsWith('http') ? path : base + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : Body.parse(JSON.parse(text)) };
}

const Next = z.object({
  links: z.object({
    next: z.object({ uri: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }).optional(),
  }),
});

/** The way to the page of customers after this one. */
export function nextOf(body: Body): { readonly uri: string; readonly headers: Record<string, string> } | undefined {
  const { next } = Next.parse(body).links;
  return next && { uri: next.uri, headers: Object.fromEntries(next.headers.map(({ key, value }) => [key, value])) };
}

export const Items = z.object({ items: z.array(Body) }).transform(({ items }) => items);
export const Values = z.object({ value: z.array(Body) }).transform(({ value }) => value);

/** All customers, page by page. */
export async function allCustomers(simulator: Simulator, size: number): Promise<Body[]> {
  let page = (await ask(simulator, 'partner-center', `GET /v1/customers?size=${size}`)).body;
  const items = Items.parse(page);
  for (let next = nextOf(page); next !== undefined; next = nextOf(page)) {
    page = (await ask(simulator, 'partner-center', `GET ${next.uri}`, { headers: next.headers })).body;
    items.push(...Items.parse(page));
  }
  return items;
}

/** All relationships, page by page. */
export async function allRelationships(simulator: Simulator, top: number): Promise<Body[]> {
  const items: Body[] = [];
  let at: string | undefined = `/tenantRelationships/delegatedAdminRelationships?$top=${top}`;
  while (at !== undefined) {
    const { body } = await ask(simulator, 'graph', `GET ${at}`);
    items.push(...Values.parse(body));
    at = z.string().optional().parse(body['@odata.nextLink']);
  }
  return items;
}
