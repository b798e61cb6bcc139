import { Random } from '#test/generator/random.ts';
import { printCount } from './counts.ts';
import { type Expected, examine } from './examine.ts';
import { type Crash, digestOf, killed, powerCuts } from './images.ts';
import { ModelDisk } from './model-disk.ts';
import type { Scenario } from './scenario.ts';
import type { Circumstances } from './trial.ts';

interface Extent {
  /** How many random outcomes of a power cut are tried at each operation, beside the extreme ones. */
  readonly outcomes: number;
  /** In which orders operations that run side by side take turns. */
  readonly seeds: readonly (number | null)[];
  readonly meet?: Circumstances['meet'];
  /** Puts something between the disk and whoever finds it after the crash. */
  readonly find?: Circumstances['meet'];
}

/** After one crash of so many the index is made anew and compared. */
const INDEXED = 8;

/** How many faults are told: one broken promise shows at many operations. */
const TOLD = 5;

/** Crashes after every operation of a scenario, in every way; the faults that are found then. */
export async function crashEverywhere(scenario: Scenario, extent: Extent): Promise<string[]> {
  const runs = { operations: 0, killed: 0, 'power cuts': 0 };
  const faults: string[] = [];
  for (const seed of extent.seeds) {
    const { trial, work } = await scenario.prepare({ seed, ...(extent.meet ? { meet: extent.meet } : {}) });
    await work();
    trial.model.rest();
    const { history } = trial.model;
    runs.operations += history.length;
    const random = new Random(seed ?? 0, scenario.name);
    const once = onlyNew();
    for (const snapshot of history) {
      for (const crash of once(killed(snapshot, random))) {
        faults.push(...(await faultsOf(crash, scenario, extent, runs.killed++ % INDEXED === 0)));
      }
      for (const crash of once(powerCuts(snapshot, random, extent.outcomes))) {
        faults.push(...(await faultsOf(crash, scenario, extent, runs['power cuts']++ % INDEXED === 0)));
      }
      if (faults.length >= TOLD) return faults.slice(0, TOLD);
    }
  }
  printCount(`crash in ${scenario.name}`, runs);
  return faults;
}

/** Leaves out disks that came about before in another way, with the same promises given. */
function onlyNew() {
  const seen = new Set<string>();
  return function* (crashes: Iterable<Crash<Expected>>): Generator<Crash<Expected>> {
    for (const crash of crashes) {
      const { legal, log } = crash.mark;
      const digest = `${digestOf(crash.image)} ${log.length} ${JSON.stringify([...legal])}`;
      if (seen.has(digest)) continue;
      seen.add(digest);
      yield crash;
    }
  };
}

async function faultsOf(
  { how, image, mark }: Crash<Expected>,
  { unlock }: Scenario,
  { find = (disk) => disk }: Extent,
  index: boolean,
): Promise<string[]> {
  const disk = ModelDisk.of(image, { mark: () => null, random: null });
  return (await examine(find(disk), mark, unlock, { index })).map((fault) => `${how}: ${fault}`);
}
