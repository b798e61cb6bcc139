import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProcess } from './support/bundled.ts';
import { printCount, WHOLE } from './support/counts.ts';
import { killAgainAndAgain } from './support/kill.ts';

/** How many processes are killed in each of two workspaces. */
const KILLS = WHOLE ? 1000 : 100;

let folder: string;
let writer: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-writer-'));
  writer = await bundleProcess('writer.ts', folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a process that is killed while it writes', () => {
  it('has kept every save that it acknowledged', async () => {
    const lanes = await Promise.all([1, 2].map((seed) => killAgainAndAgain(writer, { kills: KILLS, seed })));
    expect(lanes.flatMap(({ faults }) => faults)).toEqual([]);
    const sum = (of: 'kills' | 'acknowledged' | 'interrupted') => lanes.reduce((total, lane) => total + lane[of], 0);
    printCount('SIGKILL of a writing process', {
      runs: sum('kills'),
      'acknowledged saves': sum('acknowledged'),
      'interrupted saves': sum('interrupted'),
    });
    expect(sum('acknowledged')).toBeGreaterThan(KILLS);
    expect(sum('interrupted')).toBeGreaterThan(KILLS / 2);
  }, 1_800_000);

  it('is noticed when it acknowledges a save before it is on the disk', async () => {
    const { faults } = await killAgainAndAgain(writer, { kills: 40, seed: 3, honesty: 'hasty' });
    expect(faults.join('\n')).toContain('is in a state that it may not be in');
  }, 600_000);
});
