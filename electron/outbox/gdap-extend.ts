import type { WireAnswer } from '#electron/network/wire.ts';
import { readRelationship, relationshipIn, type SeenRelationship } from './answers.ts';
import { Attention } from './attention.ts';
import type { CommandOf } from './command.ts';
import { editOnce } from './edit.ts';
import type { Errand } from './errand.ts';
import { nameOf } from './obstacles.ts';

type Command = CommandOf<'gdap-extend'>;

/** Lets a relationship extend itself, or no longer, by an edit of what it is now. */
export async function extendGdap(errand: Errand, command: Command): Promise<void> {
  const { seen, at } = await editOnce(() => edit(errand, command));
  await errand.take(seen.observation, { source: 'graph', asOf: at });
  await errand.did('extend', { delegation: command.delegation, link: null });
}

interface Edited {
  readonly seen: SeenRelationship;
  readonly at: string;
}

async function edit(errand: Errand, command: Command): Promise<Edited> {
  const before = await look(errand, command);
  const { delegation } = before.seen.observation;
  if (delegation.autoExtend === command.autoExtend) return before;
  if (delegation.status !== 'active') throw new Attention('outboxNotAsBefore', { name: nameOf(delegation) });
  const answer = await errand.write('extend', errand.requests.extendGdap(command), before.seen.etag);
  return shown(answer, errand) ?? (await look(errand, command));
}

/** The answer to an edit may be the relationship, or nothing while the service is at it. */
function shown({ at, body }: WireAnswer, errand: Errand): Edited | null {
  const seen = readRelationship(body, errand.records);
  return seen && { seen, at };
}

async function look(errand: Errand, { delegation }: Command): Promise<Edited> {
  const answer = await errand.read(errand.requests.getGdap(delegation));
  return { seen: relationshipIn(answer, errand.records), at: answer.at };
}
