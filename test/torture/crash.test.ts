import { describe, expect, it } from 'vitest';
import { printCount, WHOLE } from './support/counts.ts';
import { crashEverywhere } from './support/crash-everywhere.ts';
import { backupFaults } from './support/scenario-backup.ts';
import { SCENARIOS } from './support/scenarios.ts';

const EXTENT = WHOLE ? { outcomes: 24, seeds: [null, 1, 2, 3] } : { outcomes: 2, seeds: [1] };

describe.each(SCENARIOS)('a crash in the midst of $name', (scenario) => {
  it('leaves each dossier as it was before or after its save, and loses nothing', async () => {
    expect(await crashEverywhere(scenario, EXTENT)).toEqual([]);
  }, 600_000);
});

describe('a crash in the midst of writing a backup', () => {
  it('leaves none, or a whole one', async () => {
    const { faults, runs } = await backupFaults(EXTENT.outcomes);
    expect(faults).toEqual([]);
    printCount('crash in writing a backup', { runs });
  }, 60_000);
});
