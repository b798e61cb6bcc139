import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Console, createConsole } from '#electron/console.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';

let folder: string;
let console: Console;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-tags-'));
  console = await createConsole(consoleOptions(folder, { sample: true }));
});
afterEach(async () => {
  await console.close();
  await rm(folder, { recursive: true, force: true });
});

it('tags are put on many customers at once, narrow both lists, are counted, and come off again', async () => {
  const { client } = console;
  const { items } = await client.customers.list({ limit: 3 });
  const [one, two, three] = items.map(({ id }) => id);
  if (!one || !two || !three) throw new Error('the sample has customers');
  expect(await client.customers.tag({ customers: [one, two, one], tag: ' 重点客户 ', on: true })).toEqual({
    changed: 2,
    unreadable: 0,
  });
  expect(await client.customers.tag({ customers: [two, three], tag: '重点客户', on: true })).toEqual({
    changed: 1,
    unreadable: 0,
  });
  const tagged = await client.customers.list({ tag: '重点客户' });
  expect(tagged.items.map(({ id }) => id).sort()).toEqual([one, two, three].sort());
  expect((await client.customers.list({})).facets.tag).toEqual([{ value: '重点客户', name: null, count: 3 }]);
  const { total } = await client.subscriptions.list({ tag: '重点客户' });
  expect(total).toBe(items.reduce((sum, { subscriptions }) => sum + subscriptions, 0));
  expect((await client.customers.get({ id: one })).history.at(-1)).toMatchObject({
    event: 'tags-changed',
    subjects: ['tag:重点客户'],
  });
  expect(await client.customers.tag({ customers: [one, two, three], tag: '重点客户', on: false })).toEqual({
    changed: 3,
    unreadable: 0,
  });
  expect((await client.customers.list({})).facets.tag).toEqual([]);
});

it('a tag for a customer that nobody knows is refused', async () => {
  const unknown = CustomerId.parse('55555555-5555-4555-8555-555555555555');
  const asked = console.client.customers.tag({ customers: [unknown], tag: 'a', on: true });
  await expect(asked).rejects.toMatchObject({ data: { kind: 'not-found', key: 'unknownCustomer' } });
});
