import { describe, expect, it } from 'vitest';
import { Random } from '#test/generator/random.ts';
import { printCount, WHOLE } from './support/counts.ts';
import { SCENARIOS } from './support/scenarios.ts';
import { crashAgain, type End } from './support/second-life.ts';

/** After how many of a scenario's operations the first crash is. */
const FIRST = WHOLE ? 12 : 1;

/** After every how many operations of the second life the second one is. */
const STRIDE = WHOLE ? 2 : 6;

describe.each(SCENARIOS)('a second crash after one in the midst of $name', (scenario) => {
  it.each<End>(['killed', 'power cut'])(
    'loses nothing, whether the first was a process %s',
    async (end) => {
      const { trial, work } = await scenario.prepare({ seed: 1 });
      await work();
      const found: string[] = [];
      let runs = 0;
      for (const snapshot of new Random(2, scenario.name).some(trial.model.history, FIRST)) {
        const { faults, runs: more } = await crashAgain(scenario, snapshot, { end, stride: STRIDE });
        found.push(...faults);
        runs += more;
      }
      expect(found.slice(0, 5)).toEqual([]);
      printCount(`second crash, after ${end}, in ${scenario.name}`, { runs });
    },
    1_800_000,
  );
});
