import { expect, it } from 'vitest';
import { z } from 'zod';
import { startSimulator } from '#build/lib/simulator.mjs';
import { PartnerProfile } from '#shared/model/partner.ts';
import { Body } from './asking.ts';

const Tokens = z.object({ partnerCenter: z.string(), graph: z.string() });

it('runs in a process of its own, is driven from outside, and ends with whoever started it', async () => {
  const simulator = await startSimulator(['--cloud', 'global', '--customers', '12']);
  const tokens = Tokens.parse(simulator.tokens);
  const profile = PartnerProfile.parse(simulator.profile);
  expect([profile.cloud, profile.endpoints?.partnerCenter]).toEqual(['global', simulator.url]);
  const headers = { Authorization: `Bearer ${tokens.partnerCenter}` };
  const list = async () => await fetch(`${simulator.url}/v1/customers?size=5`, { headers });
  expect(Body.parse(await (await list()).json()).totalCount).toBe(12);
  const fault = JSON.stringify({ match: 'customers', kind: '503' });
  await fetch(`${simulator.url}/_simulator/faults`, { method: 'POST', body: fault });
  expect([(await list()).status, (await list()).status]).toEqual([503, 200]);
  const counts = await (await fetch(`${simulator.url}/_simulator/counts`)).json();
  expect(counts).toMatchObject({ sent: 3, statuses: { 200: 3, 503: 1 } });
  simulator.end();
  await expect.poll(() => list().catch(() => null), { timeout: 5_000 }).toBeNull();
});

it('says in one line why it cannot be started', async () => {
  await expect(startSimulator(['--customers', 'many'])).rejects.toThrow('could not be started');
});
