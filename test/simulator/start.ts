import { once as onceEmitted } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import { PartnerProfile as Profile } from '#shared/model/partner.ts';
import { Random } from '#test/generator/random.ts';
import { NOW, type World, worldOf } from '#test/generator/world.ts';
import { CLIENT_ID, type Person } from './authority/person.ts';
import { createAuthority } from './authority/routes.ts';
import type { Context } from './context.ts';
import { controlRoutes } from './control.ts';
import { graphRoutes } from './graph/routes.ts';
import type { Route } from './http/exchange.ts';
import { createFaults } from './http/faults.ts';
import { createLog } from './http/log.ts';
import { createOnce } from './http/once.ts';
import { createSimulatorServer } from './http/server.ts';
import { createThrottle } from './http/throttle.ts';
import { createTokens } from './http/tokens.ts';
import { neededRequests } from './needed.ts';
import { partnerCenterRoutes } from './partner-center/routes.ts';
import { createQuirks } from './quirks.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { createChanges } from './world/changes.ts';
import { Customers } from './world/customers.ts';
import { Relationships } from './world/relationships.ts';
import { createTime } from './world/time.ts';

const SEED = 20_261_122;
const DAY = 86_400_000;

/** Starts the services of one cloud on a loopback port. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { clock = () => new Date(), clockSkewMs = 0, cloud, latencyMs = 0, seed = SEED } = options;
  const world = worldOf(seed);
  const time = createTime(clock, clockSkewMs, options.flowing ?? false);
  const days = Math.floor((time.startedAt.getTime() - NOW.getTime()) / DAY);
  const customers = new Customers(world, options.customers, days);
  const relationships = new Relationships(world, customers, time, days);
  const log = createLog();
  const faults = createFaults(seed);
  const spoiled = new Set<string>();
  const routes: Route[] = [];
  const issuing: { tokens?: Context['tokens'] } = {};
  const server = createSimulatorServer({
    routes,
    faults,
    log,
    latencyMs,
    once: createOnce(!options.forgetful),
    throttle: createThrottle(options.throttle),
    refuse: (...request) => issuing.tokens?.refuse(...request) ?? null,
    now: time.now,
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await onceEmitted(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const profile = profileAt(url, cloud, world);
  const { partner, staff } = profile;
  const identity = { cloud, tenantId: partner.tenantId, username: staff.id };
  const seconds = () => Math.floor(time.now().getTime() / 1000);
  const tokens = createTokens(`${url}/${partner.tenantId}/v2.0`, identity, seconds);
  issuing.tokens = tokens;
  const quirks = createQuirks({ seed, spoiled, unreadable: options.unreadable ?? 0 }, options.quirks ?? true);
  const state: Context['state'] = {
    resellerLink: resellerLink(cloud, world),
    continuations: 0,
    continuationStatus: 400,
  };
  const context: Context = {
    cloud,
    world,
    profile,
    customers,
    relationships,
    time,
    quirks,
    tokens,
    root: url,
    state,
  };
  const person = personOf(profile, seed);
  const authority = createAuthority({
    root: url,
    tenantId: partner.tenantId,
    person,
    tokens,
    now: seconds,
    tokenSeconds: options.tokenSeconds ?? 3600,
  });
  const services = [...partnerCenterRoutes(context), ...graphRoutes(context), ...authority.routes];
  routes.push(...services, ...controlRoutes(() => simulator));
  const changes = createChanges(context, spoiled);

  const simulator: Simulator = {
    url,
    partnerCenter: url,
    graph: `${url}/v1.0`,
    authority: url,
    profile,
    world,
    token: tokens.issue,
    expireTokens: tokens.expire,
    person,
    revokeSignIns: authority.revoke,
    expireContinuations(status = 400) {
      state.continuations += 1;
      state.continuationStatus = status;
    },
    fault: faults.set,
    faults,
    changes,
    advance: time.advance,
    customerApproves: changes.customerApproves,
    get requests() {
      return log.lines;
    },
    counts: log.counts,
    clearCounts: log.clear,
    needed: () => neededRequests(context),
    async close() {
      const closed = onceEmitted(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return simulator;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port.');
  return address.port;
}

function profileAt(url: string, cloud: Cloud, { profile }: World): PartnerProfile {
  return Profile.parse({
    ...profile,
    cloud,
    clientId: CLIENT_ID,
    endpoints: { partnerCenter: url, graph: `${url}/v1.0`, authority: url },
  });
}

/** On 21Vianet invented, on the global cloud as its documentation prints it. */
function resellerLink(cloud: Cloud, { surroundings, us }: World): string {
  if (cloud === '21vianet') return surroundings.resellerLink?.value ?? '';
  return `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${us.tenantId}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
}

/** The member of staff whom the profile names. */
function personOf({ partner, staff }: PartnerProfile, seed: number): Person {
  const objectId = new Random(seed, 'person').guid();
  const { id: username } = staff;
  const name = username.split('@')[0] ?? username;
  return { tenantId: partner.tenantId, objectId, username, name, refuses: null, hesitates: 1, withholds: [] };
}
