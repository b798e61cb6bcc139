import { z } from 'zod';
import { worldOf } from '#test/generator/world.ts';
import type { Contestant, Tell } from './contestant.ts';
import { type Answers, race } from './race.ts';

// One contestant doing one thing in a process of its own, so that none finds the memory or the caches of another.

const CONTESTANTS: Readonly<Record<string, () => Promise<Contestant>>> = {
  ours: async () => (await import('./ours.ts')).ours,
  lowdb: async () => (await import('./lowdb.ts')).lowdb,
  'SQLite LIKE': async () => (await import('./sqlite.ts')).sqlite('like'),
  'SQLite FTS5 trigram': async () => (await import('./sqlite.ts')).sqlite('trigram'),
  MiniSearch: async () => (await import('./minisearch.ts')).minisearch,
};

/** All there are; ours first, since the others are compared with it. */
export const NAMES: readonly string[] = Object.keys(CONTESTANTS);

/** What a runner is to do. */
export const Order = z.object({
  contestant: z.string(),
  phase: z.enum(['prepare', 'race', 'import']),
  customers: z.number().int().positive(),
  folder: z.string(),
  seed: z.number().int(),
});
export type Order = z.infer<typeof Order>;

/** What it gives back. */
export const Outcome = z.object({
  told: z.array(z.object({ metric: z.string(), value: z.number(), unit: z.string() })),
  answers: z.record(z.string(), z.number()),
});
export type Outcome = z.infer<typeof Outcome>;

export async function run({ contestant: name, customers, folder, phase, seed }: Order): Promise<Outcome> {
  const contestant = await CONTESTANTS[name]?.();
  if (!contestant) throw new Error(`There is no contestant ${name}.`);
  const told: Outcome['told'] = [];
  const tell: Tell = (metric, value, unit) => told.push({ metric, value, unit });
  const task = { world: worldOf(seed), customers, folder };
  let answers: Answers = {};
  if (phase === 'prepare') await contestant.prepare(task, tell);
  else if (phase === 'race') answers = await race(contestant, task, name === 'ours', tell);
  else await (await import('./import.ts')).importReconciliation(task, tell);
  return { told, answers };
}
