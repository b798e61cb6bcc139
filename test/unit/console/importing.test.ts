import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createConsole } from '#electron/console.ts';
import type { ImportProgress } from '#shared/contract/imports.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-importing-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const CUSTOMERS = 120;
const idOf = (nth: number) => CustomerId.parse(`55555555-5555-4555-8555-${String(nth).padStart(12, '0')}`);

function customers(name: string, asOf: string) {
  const rows = Array.from({ length: CUSTOMERS }, (_, nth) => `${idOf(nth)},${name} ${nth},c${nth}.example,Reseller`);
  const text = ['Microsoft ID,Company name,Primary domain name,Relationship', ...rows, ''].join('\r\n');
  return { file: { name: `${name}.csv`, bytes: new Blob([text]), modifiedAt: asOf } };
}

async function opened() {
  const { client, close } = await createConsole(consoleOptions(folder));
  await client.workspace.create({ profile: PROFILE });
  return { client, close };
}

it('tells how far an import is while it runs, and nothing afterwards', async () => {
  const { client, close } = await opened();
  expect(await client.imports.progress()).toBeNull();
  let running = true;
  const importing = client.imports.file(customers('Contoso', '2026-11-20T00:00:00Z')).finally(() => {
    running = false;
  });
  const seen: ImportProgress[] = [];
  while (running) {
    const progress = await client.imports.progress();
    if (progress) seen.push(progress);
    await setImmediate();
  }
  expect(await importing).toMatchObject({ added: CUSTOMERS, rejected: [] });
  expect(new Set(seen.map(({ file }) => file))).toEqual(new Set(['Contoso.csv']));
  expect(seen.some(({ done, of }) => done > of / 2 && done < of)).toBe(true);
  expect(await client.imports.progress()).toBeNull();
  await close();
});

it('imports one file after another, and lets an edit in between two batches without losing either', async () => {
  const { client, close } = await opened();
  await client.imports.file(customers('Contoso', '2026-11-20T00:00:00Z'));
  const all = Array.from({ length: CUSTOMERS }, (_, nth) => idOf(nth));
  const order: string[] = [];
  const noted = <T>(what: string, work: Promise<T>) => work.finally(() => order.push(what));
  const [second, third, tagged] = await Promise.all([
    noted('second', client.imports.file(customers('Fabrikam', '2026-11-21T00:00:00Z'))),
    noted('third', client.imports.file(customers('Adatum', '2026-11-21T12:00:00Z'))),
    noted('tag', client.customers.tag({ customers: all, tag: 'key account', on: true })),
  ]);
  expect([second, third]).toMatchObject([{ updated: CUSTOMERS }, { updated: CUSTOMERS }]);
  expect(tagged).toEqual({ changed: CUSTOMERS, unreadable: 0 });
  expect(order).toEqual(['tag', 'second', 'third']);
  for (const id of all) {
    expect(await client.customers.get({ id })).toMatchObject({
      name: { value: expect.stringMatching(/^Adatum/) },
      tags: ['key account'],
    });
  }
  await close();
});

it('records nothing more once the workspace is closed, and says so', async () => {
  const { client, close } = await opened();
  const importing = client.imports.file(customers('Contoso', '2026-11-20T00:00:00Z')).catch((error: unknown) => error);
  while (((await client.imports.progress())?.done ?? 0) === 0) await setImmediate();
  await close();
  expect(await importing).toMatchObject({ data: { kind: 'busy', key: 'workspaceClosed' } });
});
