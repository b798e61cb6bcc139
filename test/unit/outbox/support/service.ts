import { randomUUID } from 'node:crypto';
import { CUSTOMER, LICENSE_ADMINISTRATOR } from '#test/unit/support/questions.ts';

export interface Relationship {
  id: string;
  displayName: string;
  customer: { tenantId: string; displayName: string };
  duration: string;
  accessDetails: { unifiedRoles: { roleDefinitionId: string }[] };
  status: string;
  autoExtendDuration: string;
  version: number;
}

/** One request as the service saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly id: string | null;
  readonly ifMatch: string | null;
}

type Answering = () => Response | Promise<Response>;

const GRAPH = '/v1.0/tenantRelationships/delegatedAdminRelationships';

export const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
export const graphError = (status: number, code: string, message: string): Response =>
  json(status, { error: { code, message, innerError: { 'request-id': 'b7d3f1f6-0000-4000-8000-000000000000' } } });
export const partnerCenterError = (status: number, code: string, description: string): Response =>
  json(status, { code, description, data: [], source: 'PartnerFD' });

/** What Partner Center and Graph do for the outbox, in a few lines: etags, unique names, states, one answer to one request id. */
export class Service {
  readonly relationships: Relationship[] = [];
  readonly seen: Seen[] = [];
  dap = true;
  customerVersion = 1;
  /** Answers in the place of the service. */
  instead: ((seen: Seen) => Response | Error | undefined) | null = null;
  /** Called before the service does what it is asked. */
  before: ((seen: Seen) => void) | null = null;
  /** Called when it has done it, and before its answer is on the way. */
  after: ((seen: Seen) => void) | null = null;
  /** A service that knows no `$filter`. */
  filters = true;
  /** Whether a request that comes again under the same id is another request. */
  forgetful = false;
  readonly #answered = new Map<string, Response>();

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const headers = new Headers(init?.headers);
    const method = init?.method ?? 'GET';
    const id = headers.get('client-request-id') ?? headers.get('ms-requestid');
    const seen = { method, path: url.pathname, id, ifMatch: headers.get('if-match') };
    this.seen.push(seen);
    this.before?.(seen);
    const other = this.instead?.(seen);
    if (other instanceof Error) throw other;
    const answer = other ?? (await this.#once(seen, () => this.#answer(seen, url, String(init?.body ?? ''))));
    this.after?.(seen);
    return answer.clone();
  };

  writes(): string[] {
    return this.seen.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  }

  add(more: Partial<Relationship> = {}): Relationship {
    const relationship = {
      id: `${randomUUID()}-${randomUUID()}`,
      displayName: 'Contoso license administration',
      customer: { tenantId: CUSTOMER, displayName: 'Contoso' },
      duration: 'P730D',
      accessDetails: { unifiedRoles: [{ roleDefinitionId: LICENSE_ADMINISTRATOR }] },
      status: 'created',
      autoExtendDuration: 'PT0S',
      version: 1,
      ...more,
    };
    this.relationships.push(relationship);
    return relationship;
  }

  /** The same request again gets the same answer, and does nothing. */
  async #once({ id, method }: Seen, answer: Answering): Promise<Response> {
    const known = this.forgetful || method === 'GET' || id === null ? undefined : this.#answered.get(id);
    if (known) return known;
    const made = await answer();
    if (method !== 'GET' && id !== null) this.#answered.set(id, made);
    return made;
  }

  #answer({ ifMatch, method, path }: Seen, url: URL, text: string): Response {
    if (path.endsWith('/relationshiprequests'))
      return json(200, { url: `https://admin.microsoft.com/?invType=${this.seen.length}` });
    if (path.startsWith('/v1/customers/')) return this.#customer(method, ifMatch);
    if (path === GRAPH) return method === 'GET' ? this.#list(url) : this.#create(JSON.parse(text));
    const [id, part] = path.slice(GRAPH.length + 1).split('/');
    const found = this.relationships.find((one) => one.id === id);
    if (!found) return graphError(404, 'Request_ResourceNotFound', 'Resource not found.');
    if (part === 'requests') return this.#request(found, JSON.parse(text).action);
    if (method === 'GET') return json(200, shown(found));
    if (ifMatch !== etagOf(found)) return graphError(412, 'PreconditionFailed', 'The etag does not match.');
    found.autoExtendDuration = JSON.parse(text).autoExtendDuration;
    found.version += 1;
    return new Response(null, { status: 204 });
  }

  #customer(method: string, ifMatch: string | null): Response {
    const etag = `"${this.customerVersion}"`;
    if (method === 'PATCH') {
      if (ifMatch !== etag) return partnerCenterError(412, '2055', 'The etag in the request does not match.');
      this.dap = false;
      this.customerVersion += 1;
    }
    return json(200, { id: CUSTOMER, allowDelegatedAccess: this.dap, attributes: { etag, objectType: 'Customer' } });
  }

  #list(url: URL): Response {
    const filter = url.searchParams.get('$filter');
    if (filter !== null && !this.filters) return graphError(400, 'BadRequest', 'Filter is not supported.');
    const name = /^displayName eq '(.*)'$/u.exec(filter ?? '')?.[1]?.replace(/''/gu, "'");
    const found = this.relationships.filter((one) => name === undefined || one.displayName === name);
    return json(200, { value: found.map(shown) });
  }

  #create(body: Relationship): Response {
    if (this.relationships.some(({ displayName }) => displayName === body.displayName)) {
      return graphError(400, 'BadRequest', 'A relationship with this displayName already exists.');
    }
    return json(201, shown(this.add(body)));
  }

  #request(found: Relationship, action: string): Response {
    const from = action === 'terminate' ? 'active' : 'created';
    if (found.status !== from) return graphError(409, 'Conflict', `The relationship is ${found.status}.`);
    found.status = action === 'terminate' ? 'terminationRequested' : 'approvalPending';
    found.version += 1;
    return json(201, { id: randomUUID(), action, status: 'created' });
  }
}

const etagOf = ({ id, version }: Relationship): string => `W/"${id}:${version}"`;

function shown(relationship: Relationship): unknown {
  const { version: _, ...rest } = relationship;
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
    '@odata.etag': etagOf(relationship),
    ...rest,
    createdDateTime: '2026-11-22T08:00:01.1234567Z',
    activatedDateTime: '',
    endDateTime: null,
  };
}
