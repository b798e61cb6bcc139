import { setTimeout } from 'node:timers/promises';
import type { Dossier } from '#shared/model/dossier.ts';
import { percentile } from '#test/bench/support/report.ts';
import { dossierOf } from '#test/generator/dossiers.ts';
import { daysFromNow } from '#test/generator/world.ts';
import type { Contestant, Opened, Task, Tell } from './contestant.ts';
import { tellMemory } from './memory.ts';
import { INITIALS, searches } from './searches.ts';
import { watched } from './stall.ts';

/** How often each of the ten searches of a kind is repeated. */
const ROUNDS = 5;
/** A save that takes seconds is not repeated as often. */
const SAVES = 60;
const COUNTS = 30;
const PATIENCE = 10_000;
/** How long somebody looks at the first list before the first key, in milliseconds. */
const BEFORE_TYPING = 1_000;

export const DURABLE_SAVE = 'durable save';
export const HASTY_SAVE = 'save (not durable)';

/** What a contestant found, by what was searched for, to be compared with what ours found. */
export type Answers = Record<string, number>;

/** Opens what a contestant prepared, asks it everything, and tells what that took. */
export async function race(contestant: Contestant, task: Task, isOurs: boolean, tell: Tell): Promise<Answers> {
  const {
    result: opened,
    stall,
    took,
  } = await watched(async () => {
    const opening = await contestant.open(task);
    const { first } = await opening.list('');
    if (first === undefined) throw new Error('The first list is empty.');
    return opening;
  });
  tell('open to first list', took, 'ms');
  tell('open to first list, longest stall', stall, 'ms');
  tellMemory('after opening', tell);
  await setTimeout(BEFORE_TYPING);
  const answers = await search(opened, task, isOurs, tell);
  tellMemory('after the searches', tell);
  if (opened.channelCounts) await count(opened, task, tell);
  if (opened.save) await save(opened, task, tell);
  tell('peak RSS', process.resourceUsage().maxRSS / 1024, 'MB');
  await opened.close();
  return answers;
}

async function search(opened: Opened, { customers, world }: Task, isOurs: boolean, tell: Tell): Promise<Answers> {
  const answers: Answers = {};
  const kinds = { ...searches(world.seed, customers), ...(isOurs ? { 'pinyin initials': INITIALS } : {}) };
  for (const warm of Object.values(kinds)) await opened.list(warm[0] ?? '');
  for (const [kind, words] of Object.entries(kinds)) {
    const times: number[] = [];
    let longest = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const word of words) {
        const { result, stall, took } = await watched(() => opened.list(word));
        if (kind in searches(world.seed, customers)) answers[word] = result.total;
        times.push(took);
        longest = Math.max(longest, stall);
      }
    }
    tellTimes(`search by ${kind}`, times, longest, tell);
  }
  return answers;
}

/** After each change the counts are made anew: what nobody changed, ours would tell from memory. */
async function count(opened: Opened, task: Task, tell: Tell): Promise<void> {
  const times: number[] = [];
  let longest = 0;
  const start = performance.now();
  for (let nth = 0; nth < COUNTS && (nth < 5 || performance.now() - start < PATIENCE); nth += 1) {
    await opened.save?.(changedOne(task, nth));
    const { stall, took } = await watched(() => opened.channelCounts?.());
    times.push(took);
    longest = Math.max(longest, stall);
  }
  tellTimes('channel counts', times, longest, tell);
}

async function save(opened: Opened, task: Task, tell: Tell): Promise<void> {
  const times: number[] = [];
  let longest = 0;
  const start = performance.now();
  for (let nth = 0; nth < SAVES && performance.now() - start < PATIENCE; nth += 1) {
    const changed = changedOne(task, nth);
    const { stall, took } = await watched(() => opened.save?.(changed));
    times.push(took);
    longest = Math.max(longest, stall);
  }
  tellTimes(opened.isDurable ? DURABLE_SAVE : HASTY_SAVE, times, longest, tell);
}

/** Spread over all customers, as work is: each save meets another document. */
function changedOne({ customers, world }: Task, nth: number): Dossier {
  const dossier = dossierOf(world, Math.floor((nth * 0.618_034 * customers) % customers));
  return { ...dossier, name: { ...dossier.name, asOf: daysFromNow(nth / 1000) } };
}

function tellTimes(what: string, times: number[], stall: number, tell: Tell): void {
  times.sort((one, other) => one - other);
  tell(`${what} p50`, percentile(times, 0.5), 'ms');
  tell(`${what} p95`, percentile(times, 0.95), 'ms');
  tell(`${what}, longest stall`, stall, 'ms');
}
