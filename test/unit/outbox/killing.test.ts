import { describe, expect, it } from 'vitest';
import type { OutboxCommand } from '#shared/model/outbox.ts';
import { Fate, mortalRecords } from './support/mortal.ts';
import { aDelegation, LINK, on, REMOVE_DAP, REQUEST, World } from './support/world.ts';

/** A world with an active relationship, and what is decided in it. */
async function decided(commandOn: (id: string) => OutboxCommand, forgetful: boolean): Promise<World> {
  const world = await World.with();
  world.service.forgetful = forgetful;
  const { id } = world.service.add({ status: 'active', displayName: 'An older one' });
  await world.amend({ delegations: [aDelegation(id, { name: 'An older one' })] });
  await world.decide(commandOn(id));
  return world;
}

/** Sends until the fate strikes; gives whether it did. */
async function sendUntilKilled(world: World, nth: number, after: boolean): Promise<boolean> {
  const fate = new Fate(nth, after);
  const { fetch } = world.service;
  world.records = mortalRecords(world.memory, fate);
  const wire = world.wire.bind(world);
  const mortal = Object.create(world.service, {
    fetch: { value: (...given: Parameters<typeof fetch>) => fate.live(() => fetch(...given)) },
  });
  const doomed = Object.create(world, { service: { value: mortal }, wire: { value: wire } });
  await world.send({ wire: (service) => world.wire.call(doomed, service) }).catch(() => undefined);
  world.records = world.memory;
  return fate.dead;
}

const COMMANDS: readonly [string, (id: string) => OutboxCommand][] = [
  ['a request for GDAP', () => REQUEST],
  ['an extension', (id) => on('gdap-extend', id)],
  ['the end of a relationship', (id) => on('gdap-terminate', id)],
  ['the removal of DAP', () => REMOVE_DAP],
  ['a fresh link', () => LINK],
];

describe.each(COMMANDS)('%s', (_, commandOn) => {
  it.each([
    ['before', 'remembers', false, false],
    ['after', 'remembers', true, false],
    ['before', 'forgets', false, true],
    ['after', 'forgets', true, true],
  ])(
    'ends as it would have undisturbed, killed %s anything it does, where the service %s the ids of requests',
    async (__, ___, after, forgetful) => {
      const calm = await decided(commandOn, forgetful);
      await calm.send();
      const expected = outcomeOf(calm);
      let kills = 0;
      for (let nth = 1; ; nth++) {
        const world = await decided(commandOn, forgetful);
        if (!(await sendUntilKilled(world, nth, after))) break;
        kills += 1;
        await world.send();
        expect(await world.entry(), `killed at ${nth}`).toMatchObject({ state: 'done', problem: null });
        expect(outcomeOf(world), `killed at ${nth}`).toEqual(expected);
      }
      expect(kills).toBeGreaterThan(4);
    },
  );
});

it('a request for GDAP that is killed again and again makes one relationship', async () => {
  const world = await decided(() => REQUEST, true);
  let kills = 0;
  for (let nth = 2; await sendUntilKilled(world, nth, nth % 2 === 0); nth = 2 + ((nth * 7) % 9)) {
    kills += 1;
    if (kills > 200) throw new Error('it never ends');
  }
  expect(kills).toBeGreaterThan(2);
  expect(await world.entry()).toMatchObject({ state: 'done' });
  expect(world.service.relationships.map(({ displayName }) => displayName)).toEqual(['An older one', REQUEST.name]);
});

/** What is there in the end, on both sides, whatever ids and times it has. */
function outcomeOf({ dossier, memory, service }: World): unknown {
  return {
    relationships: service.relationships.map(({ autoExtendDuration, displayName, status }) => [
      displayName,
      status,
      autoExtendDuration,
    ]),
    dap: [service.dap, dossier.delegatedAccess?.value],
    link: memory.surroundings().resellerLink !== null,
    delegations: dossier.delegations.map(({ autoExtend, name, status }) => [name, status, autoExtend]),
    events: new Set(dossier.history.map(({ event }) => event)),
  };
}
