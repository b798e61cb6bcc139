import { expect, it } from 'vitest';
import type { FaultKind } from '#test/simulator/http/faults.ts';
import { ask, simulated } from './asking.ts';

const CUSTOMERS = 'GET /v1/customers?size=10';

it('plays a fault with the nth request that it is meant for', async () => {
  const simulator = await simulated();
  const fault = simulator.fault({ match: /^GET \/v1\/customers\?/u, kind: '503', nth: 2 });
  const statuses: number[] = [];
  for (let nth = 0; nth < 3; nth += 1) statuses.push((await ask(simulator, 'partner-center', CUSTOMERS)).status);
  expect(statuses).toEqual([200, 503, 200]);
  expect(fault.played).toBe(1);
});

it('throttles in a shape of its own, and says for how long', async () => {
  const simulator = await simulated();
  simulator.fault({ match: /customers/u, kind: '429', retryAfter: 57 });
  const { body, headers } = await ask(simulator, 'partner-center', CUSTOMERS);
  expect(body).toEqual({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' });
  expect(headers.get('Retry-After')).toBe('57');
});

it('turns away what is more than it bears', async () => {
  const simulator = await simulated({ throttle: { requests: 3 } });
  const statuses: number[] = [];
  for (let nth = 0; nth < 5; nth += 1) statuses.push((await ask(simulator, 'partner-center', CUSTOMERS)).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
});

it.each<FaultKind>(['reset', 'reset-mid-body', 'half-body'])('breaks the connection: %s', async (kind) => {
  const simulator = await simulated();
  simulator.fault({ match: /customers/u, kind });
  await expect(ask(simulator, 'partner-center', CUSTOMERS)).rejects.toThrow(TypeError);
  expect((await ask(simulator, 'partner-center', CUSTOMERS)).status).toBe(200);
  expect(simulator.counts().statuses).toEqual({ broken: 1, 200: 1 });
});

it.each<[FaultKind, string | RegExp]>([
  ['empty', /^$/u],
  ['html', /^<!DOCTYPE html>/u],
  ['unknown-shape', /^\[/u],
  ['cut-json', /^\{"totalCount":40,(?!.*\}$)/u],
])('answers with a body that is none: %s', async (kind, looks) => {
  const simulator = await simulated();
  simulator.fault({ match: /customers/u, kind });
  const headers = { Authorization: `Bearer ${simulator.token('partner-center')}` };
  const response = await fetch(`${simulator.partnerCenter}/v1/customers?size=10`, { headers });
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(looks);
});

it('sends elsewhere', async () => {
  const simulator = await simulated();
  simulator.fault({ match: /customers/u, kind: 'redirect' });
  const { headers, status } = await ask(simulator, 'partner-center', CUSTOMERS);
  expect([status, headers.get('Location')]).toEqual([302, 'https://login.proxy.example/?from=here']);
});

it('answers late', async () => {
  const simulator = await simulated();
  simulator.fault({ match: /customers/u, kind: 'slow', ms: 80 });
  const before = performance.now();
  await ask(simulator, 'partner-center', CUSTOMERS);
  expect(performance.now() - before).toBeGreaterThan(75);
});

it('has a clock that goes wrong', async () => {
  const simulator = await simulated({ clockSkewMs: -3_600_000, clock: () => new Date('2027-01-01T12:00:00Z') });
  const { headers } = await ask(simulator, 'partner-center', CUSTOMERS);
  expect(headers.get('Date')).toBe('Fri, 01 Jan 2027 11:00:00 GMT');
});

it('plays faults by the dice of its seed', async () => {
  const played = async () => {
    const simulator = await simulated();
    simulator.fault({ match: /customers/u, kind: '500', probability: 0.4 });
    const statuses: number[] = [];
    for (let nth = 0; nth < 20; nth += 1) statuses.push((await ask(simulator, 'partner-center', CUSTOMERS)).status);
    return statuses;
  };
  const first = await played();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await played()).toEqual(first);
});
