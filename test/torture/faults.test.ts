import { describe, expect, it } from 'vitest';
import { Random } from '#test/generator/random.ts';
import { printCount, WHOLE } from './support/counts.ts';
import { failAt, operationsOf } from './support/fail-everywhere.ts';
import type { Fault } from './support/faulty-disk.ts';
import type { Scenario } from './support/scenario.ts';
import { SCENARIOS } from './support/scenarios.ts';

const CODES = ['ENOSPC', 'EIO', 'EPERM'] as const;
const KINDS = CODES.flatMap((code) => [false, true].map((forever) => ({ code, forever })));

/** How many are tried side by side: a disk that refuses is asked again after a pause, which costs nothing. */
const SIDE_BY_SIDE = 24;

/** How many faults of each scenario there is time for in a share of the torture. */
const SHARE = 14;
const SLOW_SHARE = 3;

/** Every kind of fault at every operation, or a share of them. */
function faultsAt(operations: number, { name, slow }: Scenario): Fault[] {
  const all = Array.from({ length: operations }, (_, nth) => KINDS.map((kind) => ({ ...kind, at: nth + 1 }))).flat();
  return WHOLE ? all : new Random(1, name).some(all, slow ? SLOW_SHARE : SHARE);
}

describe.each(SCENARIOS)('a disk that fails in the midst of $name', (scenario) => {
  it('ends it in a problem or not at all, and nothing is lost', async () => {
    const faults = faultsAt(await operationsOf(scenario), scenario);
    const found: string[] = [];
    const next = faults.values();
    const lanes = Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (const fault of next) found.push(...(await failAt(scenario, fault)));
    });
    await Promise.all(lanes);
    expect(found.slice(0, 5)).toEqual([]);
    printCount(`failing disk in ${scenario.name}`, { runs: faults.length });
  }, 1_800_000);
});
