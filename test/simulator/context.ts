import { createHash } from 'node:crypto';
import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import type { World } from '#test/generator/world.ts';
import type { Tokens } from './http/tokens.ts';
import type { Quirks } from './quirks.ts';
import type { Customers } from './world/customers.ts';
import type { Relationships } from './world/relationships.ts';
import type { Time } from './world/time.ts';

/** What the services of one simulator share. */
export interface Context {
  readonly cloud: Cloud;
  readonly world: World;
  readonly profile: PartnerProfile;
  readonly customers: Customers;
  readonly relationships: Relationships;
  readonly time: Time;
  readonly quirks: Quirks;
  readonly tokens: Tokens;
  /** Address of all of it, without a slash at its end. */
  readonly root: string;
  /** What changes while it runs. */
  readonly state: State;
}

/** How a continuation may be refused: no page says. */
export type ContinuationStatus = 400 | 401 | 403 | 410 | 500;

export interface State {
  /** Our own link to invite customers with. */
  resellerLink: string;
  /** Continuations of before this one was begun are refused. */
  continuations: number;
  /** What they are refused with. */
  continuationStatus: ContinuationStatus;
}

/** A mark that differs when the value does. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 24);

/** Something that only the simulator reads. */
export const sealed = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function unsealed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
