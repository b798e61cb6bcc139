import { describe, expect, it } from 'vitest';
import { BROKEN_DISKS, BROKEN_LATER } from './support/broken-disks.ts';
import { crashEverywhere } from './support/crash-everywhere.ts';
import { failAt } from './support/fail-everywhere.ts';
import { dossierIn, statesOf } from './support/people.ts';
import { onWorkspace, SCENARIOS } from './support/scenarios.ts';
import { opened } from './support/trial.ts';

const EXTENT = { outcomes: 1, seeds: [null] };
const FAULT = { code: 'ENOSPC', at: 9, forever: true } as const;

function scenario(name: string) {
  const found = SCENARIOS.find((one) => one.name === name);
  if (!found) throw new Error(`There is no scenario ${name}.`);
  return found;
}

describe('the torture notices', () => {
  it('nothing where nothing is wrong', async () => {
    expect(await crashEverywhere(scenario('an edit'), EXTENT)).toEqual([]);
    expect(await failAt(scenario('an edit'), FAULT)).toEqual([]);
  }, 60_000);

  it.each(Object.entries(BROKEN_DISKS))(
    'that %s',
    async (_, meet) => {
      expect(await crashEverywhere(scenario('an edit'), { ...EXTENT, meet })).not.toEqual([]);
    },
    60_000,
  );

  it.each(Object.entries(BROKEN_LATER))(
    'that after a crash %s',
    async (_, find) => {
      expect(await crashEverywhere(scenario('an edit'), { ...EXTENT, find })).not.toEqual([]);
    },
    60_000,
  );

  it('that a save is acknowledged before it is on the disk', async () => {
    const hasty = onWorkspace('a hasty edit', 'none', async (trial, records, ids) => {
      const next = ids.slice(0, 1).map((id) => dossierIn(2, id));
      const saving = records.save(next);
      await trial.doing(statesOf(next), async () => undefined);
      await saving;
    });
    const faults = await crashEverywhere(hasty, EXTENT);
    expect(faults.join('\n')).toContain('is in a state that it may not be in');
  }, 60_000);

  it('that a save which failed is acknowledged', async () => {
    const deaf = onWorkspace('a deaf edit', 'none', async (trial, records, ids) => {
      const next = ids.slice(0, 1).map((id) => dossierIn(2, id));
      await trial.doing(statesOf(next), () => records.save(next).catch(() => undefined));
    });
    expect((await failAt(deaf, { ...FAULT, at: 1 })).join('\n')).toContain('is in a state that it may not be in');
  });

  it('that memory is not what the disk holds', async () => {
    const stale = onWorkspace('an edit behind our back', 'none', async (trial, records, ids) => {
      records.dossier(ids[0] ?? fail());
      await trial.save(await opened(trial.model), [dossierIn(2, ids[0] ?? fail())]);
    });
    expect((await failAt(stale, FAULT)).join('\n')).toContain('in memory');
  });

  it('that a failure is no problem that a person can read', async () => {
    const raw = onWorkspace('a raw failure', 'none', async () => {
      throw new TypeError('undefined is not a function');
    });
    expect((await failAt(raw, FAULT)).join('\n')).toContain('It ends in TypeError');
  });
});

function fail(): never {
  throw new Error('There is no customer.');
}
