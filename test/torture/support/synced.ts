import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { openRecords } from '#electron/records/workspace.ts';
import { changesOf } from '#electron/sync/pull/changes-of.ts';
import { endedOf, standingOf } from '#electron/sync/pull/ledgers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerChange, SyncRun } from '#shared/model/sync.ts';

/** What a workspace holds after its syncs, without the instants at which it learnt it. */
export interface Synced {
  readonly dossiers: ReadonlyMap<string, unknown>;
  readonly surroundings: unknown;
  /** Every run that changed something, with what it counted, the oldest first. */
  readonly runs: readonly unknown[];
  /** What is wrong with the workspace itself. */
  readonly faults: readonly string[];
}

/** Instants at which something was learnt, and ids of runs. */
const LEARNT = new Set([
  'asOf',
  'absentAsOf',
  'at',
  'since',
  'foundAt',
  'gdapListedAt',
  'listedAt',
  'run',
  'customerLists',
]);

/** Reads a workspace that nobody writes to; with `told` as false, without what the histories and the runs tell. */
export async function readSynced(folder: string, told: boolean): Promise<Synced> {
  const records = await openRecords(folder, { access: 'read' });
  if (!records) throw new Error(`There is no workspace in ${folder}.`);
  const { audit, damaged, ok } = await records.verify();
  const faults: string[] = [];
  if (!audit.ok) faults.push(`The chain of the audit log is broken at ${audit.brokenAt}.`);
  if (damaged.length > 0) faults.push(`Damaged: ${damaged.map(({ file }) => file).join(', ')}.`);
  if (!ok) faults.push('The workspace is not whole.');
  const dossiers = new Map<string, unknown>();
  for (const dossier of records.dossiers()) {
    if (dossiers.has(dossier.id)) faults.push(`${dossier.id} is there twice.`);
    faults.push(...doubled(dossier));
    dossiers.set(dossier.id, bare({ ...dossier, history: told ? dossier.history : [] }));
  }
  const going = Object.keys((await standingOf(records)).value.going);
  if (going.length > 0) faults.push(`A run is not at its end: ${going.join(', ')}.`);
  const runs: unknown[] = [];
  for (const run of told ? (await endedOf(records)).value.runs : []) {
    const changes: CustomerChange[] = [];
    for await (const change of changesOf(records, run.id)) changes.push(change);
    // Whoever starts anew begins with a source that was at its end before: that changes nothing.
    if (changes.length === 0) continue;
    runs.push({ ...counted(run), changed: changes.map((change) => JSON.stringify(bare(change))).sort() });
  }
  const surroundings = bare(records.surroundings());
  await records.close();
  return { dossiers, surroundings, runs, faults };
}

const Items = z.array(z.looseObject({ id: z.string() }));

/** The lists of a workspace as `export --format json` writes them, without the instants at which it learnt what they tell. */
export async function readExported(
  folder: string,
  exportTo: (list: string, file: string) => Promise<void>,
): Promise<string[]> {
  const told: string[] = [];
  for (const list of ['customers', 'subscriptions', 'delegations']) {
    const file = `${folder}-${list}.json`;
    await exportTo(list, file);
    const items = Items.parse(JSON.parse(await readFile(file, 'utf8')));
    told.push(...items.map((item) => `${list}: ${JSON.stringify(bare(item))}`));
  }
  return told;
}

/** What is otherwise in the one than in the other. */
export function differences(one: Synced, other: Synced): string[] {
  const found: string[] = [...one.faults, ...other.faults];
  for (const id of new Set([...one.dossiers.keys(), ...other.dossiers.keys()])) {
    const [here, there] = [one.dossiers.get(id), other.dossiers.get(id)];
    if (!isDeepStrictEqual(here, there)) found.push(`${id}: ${firstDifference(here, there)}`);
  }
  if (!isDeepStrictEqual(one.surroundings, other.surroundings)) {
    found.push(`surroundings: ${firstDifference(one.surroundings, other.surroundings)}`);
  }
  if (!isDeepStrictEqual(one.runs, other.runs)) found.push(`runs: ${firstDifference(one.runs, other.runs)}`);
  return found;
}

/** What is in only one of two lists of lines: the first three of each. */
export function unlike(one: readonly string[], other: readonly string[]): string[] {
  const only = (here: readonly string[], there: readonly string[], where: string) => {
    const known = new Set(there);
    const extra = here.filter((line) => !known.has(line));
    return extra.slice(0, 3).map((line) => `only in the export ${where}: ${line}`);
  };
  const order = one.length === other.length ? [] : [`${one.length} and ${other.length} lines are exported`];
  return [...order, ...only(one, other, 'of the killed'), ...only(other, one, 'of the undisturbed')];
}

// How much was needed is not compared: what a killed process recorded need not be asked again.
const counted = ({ changes, clashes, pulled, source, state, unknownFields, unreadableCount }: SyncRun) => ({
  source,
  state,
  changes,
  clashes,
  pulled,
  unknownFields: Object.entries(unknownFields).sort(),
  unreadableCount,
});

function doubled({ delegations, id, seatCounts, subscriptions }: Dossier): string[] {
  const keys = [
    ...subscriptions.map((one) => `subscription ${one.id}`),
    ...delegations.map((one) => `delegation ${one.id}`),
    ...seatCounts.map(({ sku }) => `seats ${sku}`),
  ];
  return keys.length === new Set(keys).size ? [] : [`${id} has something twice.`];
}

function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => (LEARNT.has(key) ? undefined : one)));
}

function firstDifference(here: unknown, there: unknown, at = ''): string {
  if (isObject(here) && isObject(there)) {
    for (const key of new Set([...Object.keys(here), ...Object.keys(there)])) {
      if (!isDeepStrictEqual(here[key], there[key])) return firstDifference(here[key], there[key], `${at}/${key}`);
    }
  }
  const text = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 300);
  return `${at} is ${text(here)}, and ${text(there)} where nobody was killed`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
