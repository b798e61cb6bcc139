import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProcess } from './support/bundled.ts';
import { printCount, WHOLE } from './support/counts.ts';
import { killSyncs, type SyncKilled } from './support/sync-kill.ts';

/** How many syncing processes are killed on each of two clouds. */
const KILLS = WHOLE ? 500 : 50;

let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-sync-'));
  program = await bundleProcess('command-line.ts', folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function account(torture: string, lanes: readonly SyncKilled[]): void {
  const sum = (of: 'kills' | 'early' | 'graph' | 'partnerCenter' | 'syncs' | 'sent' | 'needed') =>
    lanes.reduce((total, lane) => total + lane[of], 0);
  printCount(torture, {
    runs: sum('kills'),
    'before the first request': sum('early'),
    'at Graph': sum('graph'),
    'at Partner Center': sum('partnerCenter'),
    syncs: sum('syncs'),
    'requests sent ÷ needed': (sum('sent') / sum('needed')).toFixed(2),
  });
}

describe('a sync whose process is killed, and killed again while it goes on', () => {
  it('ends with what an undisturbed sync ends with, on both clouds', async () => {
    const common = {
      customers: 60,
      kills: KILLS,
      killsASync: 18,
      days: 3,
      apart: false,
      reach: 1,
      life: 40,
      latencyMs: 2,
    };
    const lanes = await Promise.all([
      killSyncs(program, { ...common, cloud: 'global', seed: 1 }),
      killSyncs(program, { ...common, cloud: '21vianet', seed: 2 }),
    ]);
    account('SIGKILL of a syncing process', lanes);
    expect(lanes.flatMap(({ differences }) => differences)).toEqual([]);
    expect(lanes.reduce((total, { kills }) => total + kills, 0)).toBeGreaterThanOrEqual(2 * KILLS);
  }, 7_200_000);

  it.runIf(WHOLE)(
    'does so with 10,000 customers',
    async () => {
      const lane = await killSyncs(program, {
        cloud: '21vianet',
        customers: 10_000,
        kills: 40,
        killsASync: 20,
        days: 2,
        apart: true,
        reach: 0.1,
        life: 400,
        latencyMs: 0,
        seed: 3,
      });
      account('SIGKILL of a syncing process, 10,000 customers', [lane]);
      expect(lane.differences).toEqual([]);
    },
    7_200_000,
  );
});
