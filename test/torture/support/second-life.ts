import { openRecords, sweepLeftovers } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Random } from '#test/generator/random.ts';
import { DAMAGED, type Expected, examine, FOLDER, NO_CUSTOMER, stateOf } from './examine.ts';
import { killed, powerCuts } from './images.ts';
import { CLOCK } from './index-faults.ts';
import { Ledger } from './ledger.ts';
import { ModelDisk, type Snapshot } from './model-disk.ts';
import { dossierIn, statesOf } from './people.ts';
import type { Scenario } from './scenario.ts';

/** A state that no scenario uses. */
const SECOND = 250_000;

/** How the first life of the console ended: its process alone, or the whole machine. */
export type End = 'killed' | 'power cut';

/**
 * The console is started again after a crash, saves something, and crashes once more, after each of its operations. If
 * only its process ended the first time, what was on its way to the disk then is so still.
 */
export async function crashAgain(
  scenario: Scenario,
  crashed: Snapshot<Expected>,
  {
    end,
    stride,
  }: { readonly end: End /** After every how many operations the second crash is. */; readonly stride: number },
): Promise<{ runs: number; faults: string[] }> {
  const random = new Random(1, `${scenario.name} ${crashed.after}`);
  const ledger = Ledger.from(crashed.mark.legal);
  let log = crashed.mark.log;
  const mark = (): Expected => ({ ...crashed.mark, legal: ledger.legal(), log });
  const watching = { mark, random: null };
  const [cut] = [...powerCuts(crashed, random, 1)].slice(-1);
  const disk = end === 'killed' || !cut ? ModelDisk.after(crashed, watching) : ModelDisk.of(cut.image, watching);
  const faults: string[] = [];
  try {
    await sweepLeftovers(FOLDER, disk);
    const key = await scenario.unlock(disk, mark(), faults);
    const records = key === 'empty' ? undefined : await openRecords(FOLDER, { disk, key, clock: CLOCK });
    const ids = [...ledger.legal().keys()].filter((one) => !NO_CUSTOMER.has(one));
    const id = records && ids.find((one) => stateOf(records, one) !== DAMAGED);
    if (records && id !== undefined) {
      const next = [dossierIn(SECOND, CustomerId.parse(id))];
      const acknowledge = ledger.begin(statesOf(next));
      await records.save(next);
      acknowledge();
      log = await disk.read(`${FOLDER}/audit.log`);
      disk.rest();
    }
  } catch (error) {
    return { runs: 1, faults: [`${end} after ${crashed.after}: ${String(error)}`] };
  }
  let runs = 0;
  for (const [nth, snapshot] of disk.history.entries()) {
    if (nth % stride !== random.integer(0, stride - 1)) continue;
    for (const { how, image, mark: expected } of [...killed(snapshot, random), ...powerCuts(snapshot, random, 1)]) {
      runs += 1;
      const found = await examine(ModelDisk.of(image, { mark: () => null, random: null }), expected, scenario.unlock, {
        index: false,
      });
      faults.push(...found.map((fault) => `${end} after ${crashed.after}, then ${how}: ${fault}`));
    }
    if (faults.length > 4) break;
  }
  return { runs, faults };
}
