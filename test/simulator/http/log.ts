import type { Service } from './exchange.ts';

/** One request as the simulator saw it. */
export interface LogLine {
  readonly at: string;
  readonly service: Service;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly requestId: string | null;
  readonly correlationId: string | null;
  /** `null` when no answer went out whole. */
  readonly status: number | null;
  /** The fault that was played, where one was. */
  readonly fault: string | null;
}

export interface Counts {
  readonly sent: number;
  readonly 'partner-center': number;
  readonly graph: number;
  readonly authority: number;
  /** Requests by method and pattern of the path, such as `GET /v1/customers/{id}`. */
  readonly routes: Readonly<Record<string, number>>;
  /** Requests by status; `broken` where the connection was cut. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** What was asked: the last lines, and how often what. */
export interface RequestLog {
  readonly lines: readonly LogLine[];
  add(line: LogLine): void;
  counts(): Counts;
  /** Counts anew from here. */
  clear(): void;
}

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;

/** A log that keeps so many lines. */
export function createLog(keep = 10_000): RequestLog {
  let lines: LogLine[] = [];
  let services = { 'partner-center': 0, graph: 0, authority: 0, control: 0 };
  let routes = new Map<string, number>();
  let statuses = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  return {
    get lines() {
      return lines;
    },
    add(line) {
      lines.push(line);
      if (lines.length > keep * 2) lines = lines.slice(-keep);
      services[line.service] += 1;
      const path = (line.path.split('?')[0] ?? '').replace(GUID, '{id}').replace('{id}-{id}', '{id}');
      count(routes, `${line.method} ${path}`);
      count(statuses, String(line.status ?? 'broken'));
    },
    counts: () => ({
      sent: services['partner-center'] + services.graph,
      'partner-center': services['partner-center'],
      graph: services.graph,
      authority: services.authority,
      routes: Object.fromEntries(routes),
      statuses: Object.fromEntries(statuses),
    }),
    clear() {
      lines = [];
      services = { 'partner-center': 0, graph: 0, authority: 0, control: 0 };
      routes = new Map();
      statuses = new Map();
    },
  };
}
