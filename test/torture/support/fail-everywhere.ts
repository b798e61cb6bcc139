import { type KeptRecords, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { DAMAGED, examine, FOLDER, KEPT_VALUE, NO_CUSTOMER, SURROUNDINGS, stateOf } from './examine.ts';
import { type Fault, FaultyDisk } from './faulty-disk.ts';
import { keptValue } from './kept-value.ts';
import { dossierIn } from './people.ts';
import type { Prepared, Scenario } from './scenario.ts';

/** A state that no scenario uses, for the save that comes after the fault. */
const AFTER_THE_FAULT = 500_000;

/** How many operations a scenario's work takes on a whole disk, reading included. */
export async function operationsOf(scenario: Scenario): Promise<number> {
  const { disk, prepared } = await met(scenario);
  disk.fault = null;
  await prepared.work();
  return disk.count;
}

/** Does a scenario's work while a fault comes up, and says all that is not as it must be. */
export async function failAt(scenario: Scenario, fault: Fault): Promise<string[]> {
  const { disk, prepared } = await met(scenario);
  disk.fault = fault;
  const faults = await workFaults(prepared);
  disk.fault = null;
  const { trial } = prepared;
  faults.push(...(await agreementFaults(prepared)), ...(await nextFaults(prepared)));
  faults.push(...(await examine(trial.model, trial.expected(), scenario.unlock)));
  const { at, code, forever } = fault;
  return faults.map((text) => `${code} ${forever ? 'from' : 'at'} operation ${at} on: ${text}`);
}

async function met(scenario: Scenario): Promise<{ disk: FaultyDisk; prepared: Prepared }> {
  const disks: FaultyDisk[] = [];
  const prepared = await scenario.prepare({
    meet: (disk) => {
      const faulty = new FaultyDisk(disk);
      disks.push(faulty);
      return faulty;
    },
  });
  const [disk] = disks;
  if (!disk) throw new Error('The scenario meets no disk.');
  return { disk, prepared };
}

/** Work that can't be done ends in a problem, which names a file. */
async function workFaults({ work }: Prepared): Promise<string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) return [`It ends in ${String(error instanceof Error ? error.stack : error)}`];
    const { file, folder } = error.problem.values;
    return file === undefined && folder === undefined ? [`${error.message} names no file.`] : [];
  }
}

/** What the records say is what the disk holds. */
async function agreementFaults({ open, trial }: Prepared): Promise<string[]> {
  if (!open) return [];
  const onDisk = await openRecords(FOLDER, { disk: trial.model, key: open.key, access: 'read' });
  const faults: string[] = [];
  const stateIn = async (records: KeptRecords, subject: string) =>
    subject === KEPT_VALUE ? (await keptValue(records)).value.state : stateOf(records, subject);
  for (const subject of trial.expected().legal.keys()) {
    if (!onDisk || (NO_CUSTOMER.has(subject) && subject !== SURROUNDINGS && subject !== KEPT_VALUE)) continue;
    const [inMemory, there] = [await stateIn(open.records, subject), await stateIn(onDisk, subject)];
    if (inMemory !== there) faults.push(`${subject} is ${inMemory} in memory and ${there} on the disk.`);
  }
  return faults;
}

/** Once the fault is gone, the same records can be saved to. */
async function nextFaults({ open, trial }: Prepared): Promise<string[]> {
  if (!open) return [];
  const { records } = open;
  const whole = [...trial.first.states].findLast(([subject, state]) => subject !== SURROUNDINGS && state !== DAMAGED);
  try {
    if (whole) await trial.save(records, [dossierIn(AFTER_THE_FAULT, CustomerId.parse(whole[0]))]);
    await trial.saveSurroundings(records, '之后');
    return [];
  } catch (error) {
    return [`The next save fails: ${String(error)}`];
  }
}
