import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import type { WireAnswer } from '#electron/network/wire.ts';
import type { DelegationStatus } from '#shared/model/delegation.ts';
import type { DelegationId } from '#shared/model/ids.ts';
import type { ServerWords } from '#shared/model/outbox.ts';
import { pageIn, readRelationship, relationshipIn, type SeenRelationship } from './answers.ts';
import { Refusal } from './attention.ts';
import type { CommandOf } from './command.ts';
import { type Errand, Hindered } from './errand.ts';
import { sameName } from './obstacles.ts';
import { isNameTaken } from './refusals.ts';
import { approvalLink } from './requests.ts';
import { ask } from './status.ts';

type Command = CommandOf<'gdap-request'>;

/**
 * Creates a relationship, locks it for the customer's approval and keeps the link to the page where it approves.
 * However often it is cut short there is one relationship in the end: what may exist already is looked for by its name,
 * which is unique, before anything is created.
 */
export async function requestGdap(errand: Errand, command: Command): Promise<void> {
  const id = errand.entry.result?.delegation ?? (await create(errand, command));
  if (!errand.has('lock')) {
    await ask(errand, id, 'lock', (status) => status !== 'created');
    await errand.did('lock', { delegation: id, link: approvalLink(id) });
  }
  const answer = await errand.read(errand.requests.getGdap(id));
  const { observation } = relationshipIn(answer, errand.records);
  await errand.take(observation, { source: 'graph', asOf: answer.at });
}

async function create(errand: Errand, command: Command): Promise<DelegationId> {
  const made = (errand.again ? await find(errand, command) : null) ?? (await post(errand, command));
  const { delegation } = made.seen.observation;
  await errand.keep(made.seen.observation, { source: 'graph', asOf: made.at });
  await errand.did('create', { delegation: delegation.id, link: null });
  return delegation.id;
}

interface Made {
  readonly seen: SeenRelationship;
  readonly at: string;
}

async function post(errand: Errand, command: Command): Promise<Made> {
  const customerName = errand.records.dossier(command.customer)?.name.value ?? command.customer;
  try {
    const answer = await errand.write('create', errand.requests.createGdap(command, customerName));
    const seen = readRelationship(answer.body, errand.records);
    if (seen) return { seen, at: answer.at };
    // It was created, only the answer says nothing that we can read.
    return (await find(errand, command)) ?? { seen: relationshipIn(answer, errand.records), at: answer.at };
  } catch (error) {
    if (isNameTaken(error)) return (errand.again ? await find(errand, command) : null) ?? taken(command, error.answer);
    // Whether it was created cannot be told: perhaps the list can.
    if (error instanceof Hindered && errand.has('begun')) {
      const found = await find(errand, command).catch(() => null);
      if (found) return found;
    }
    throw error;
  }
}

/** The relationship that this command made, found by its name; `null` when there is none. One that is another's is a refusal. */
async function find(errand: Errand, command: Command): Promise<Made | null> {
  let address: string | null = null;
  const visited = new Set<string | null>();
  do {
    visited.add(address);
    const answer: WireAnswer = await (address === null
      ? firstPage(errand, command.name)
      : errand.read({ method: 'GET', url: address }));
    const { items, next } = pageIn(answer);
    for (const item of items) {
      const seen = readRelationship(item, errand.records);
      if (!seen || !sameName(seen.observation.delegation.name ?? '', command.name)) continue;
      if (isOurs(seen, command)) return { seen, at: answer.at };
      return taken(command, null);
    }
    address = next;
  } while (address !== null && !visited.has(address));
  return null;
}

/** Where the service does not know how to filter by name it lists them all. */
async function firstPage(errand: Errand, name: string): Promise<WireAnswer> {
  try {
    return await errand.read(errand.requests.listGdap(name));
  } catch (error) {
    if (error instanceof ServiceRefusal && error.answer.status === 400) {
      return await errand.read(errand.requests.listGdap(null));
    }
    throw error;
  }
}

/** A relationship that has an end behind it was not made just now. */
const OVER = new Set<DelegationStatus>(['expired', 'terminationRequested', 'terminating', 'terminated']);

/** Whether a relationship of the name asked for is what the command asks for. */
function isOurs({ observation }: SeenRelationship, { autoExtend, customer, roles }: Command): boolean {
  const { delegation } = observation;
  const held = [...(delegation.roles ?? [])].sort();
  const asked = [...roles].sort();
  return (
    observation.customer === customer &&
    !OVER.has(delegation.status) &&
    (delegation.autoExtend ?? false) === autoExtend &&
    held.length === asked.length &&
    held.every((role, index) => role === asked[index])
  );
}

function taken({ name }: Command, answer: ServerWords | null): never {
  throw new Refusal({ kind: 'refused', key: 'outboxNameTaken', values: { name } }, answer);
}
