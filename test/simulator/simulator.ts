import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { World } from '#test/generator/world.ts';
import type { Person } from './authority/person.ts';
import type { ContinuationStatus } from './context.ts';
import type { Fault, Faults, SetFault } from './http/faults.ts';
import type { Counts, LogLine } from './http/log.ts';
import type { Throttle } from './http/throttle.ts';
import type { TokenOptions } from './http/tokens.ts';
import type { Needed } from './needed.ts';
import type { WorldChanges } from './world/changes.ts';

export interface SimulatorOptions {
  readonly cloud: Cloud;
  /** How many customers there are, up to 100,000. */
  readonly customers: number;
  readonly seed?: number;
  /** A free one unless given. */
  readonly port?: number;
  /** What the services bear; everything unless given. */
  readonly throttle?: Throttle;
  /** How long every answer takes at least. */
  readonly latencyMs?: number;
  /** How far the server's clock goes wrong. */
  readonly clockSkewMs?: number;
  readonly clock?: () => Date;
  /** Whether relationships live on as the clock does; else only when time is driven on. */
  readonly flowing?: boolean;
  /** Whether bodies have the documented oddities; they do unless told otherwise. */
  readonly quirks?: boolean;
  /** Share of the items that nobody can read; 0 unless given. */
  readonly unreadable?: number;
  /** Seconds that the tokens of a sign-in are good for; an hour unless given. */
  readonly tokenSeconds?: number;
  /** Whether Graph forgets what it did for a request id; Partner Center never does. */
  readonly forgetful?: boolean;
}

export interface Simulator {
  /** Address of all of it. */
  readonly url: string;
  /** The endpoints, as a profile names them. */
  readonly partnerCenter: string;
  readonly graph: string;
  readonly authority: string;
  /** Who we are there: a partner of this cloud with these endpoints. */
  readonly profile: PartnerProfile;
  readonly world: World;
  /** A bearer token that the services take, for an hour unless told otherwise. */
  token(service: SyncSource, options?: TokenOptions): string;
  /** Every token that was issued is refused from here on. */
  expireTokens(): void;
  /** Whoever sits at the sign-in page. */
  readonly person: Person;
  /** Whoever signed in must do so anew when the access token ends. */
  revokeSignIns(): void;
  /** Continuations of lists that were begun are refused from here on. */
  expireContinuations(status?: ContinuationStatus): void;
  fault(fault: Fault): SetFault;
  readonly faults: Faults;
  /** Changes the world, as the days of a partner do. */
  readonly changes: WorldChanges;
  /** Drives time on: what was approved becomes active, what ends expires. */
  advance(milliseconds: number): void;
  /** The customer's administrator opens the link of a relationship that waits for that, and accepts. */
  customerApproves(relationship: string): void;
  /** The last requests, the newest last. */
  readonly requests: readonly LogLine[];
  counts(): Counts;
  /** Forgets the requests that were counted. */
  clearCounts(): void;
  /** How many requests an undisturbed first sync makes at least. */
  needed(): Promise<Needed>;
  close(): Promise<void>;
}
