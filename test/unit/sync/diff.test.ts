import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole } from '#electron/console.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { changesOf, survey } from '#electron/sync/pull/changes-of.ts';
import { endedOf } from '#electron/sync/pull/ledgers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerChange, SyncRun } from '#shared/model/sync.ts';
import { consoleOptions } from '#test/unit/support/console-options.ts';
import { aDossier, aSubscription, PROFILE } from '#test/unit/support/dossiers.ts';

const CONTOSO = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const FABRIKAM = '0d004ef2-4a2f-4c5e-8b0f-1d2e3f405162';
const DAYS = { first: '2026-11-01', second: '2026-11-02', third: '2026-11-03' };
type Run = keyof typeof DAYS;

/** What a run put down in a dossier's history. */
const line = (run: Run, ...changes: unknown[]) => ({
  at: `${DAYS[run]}T08:00:00Z`,
  by: 'li@partner.example',
  event: 'synced',
  source: 'partner-center',
  subjects: [],
  run,
  changes,
});

const appeared = (id: string, name: string) => ({ what: 'customer', id, name, how: 'appeared', fields: [] });
const renamed = (id: string, before: string, after: string) => ({
  ...appeared(id, after),
  how: 'changed',
  fields: [{ field: 'name', before, after }],
});
const gone = (id: string) => ({ what: 'subscription', id, name: 'E3', how: 'gone', fields: [] });

const side = (value: string, source: string) => ({ value, source, asOf: '2026-11-02T00:00:00Z' });
const clash = (id: string, resolved: unknown = null) => ({
  id,
  subscription: 's1',
  field: 'channel',
  staff: side('direct', 'staff:li@partner.example'),
  upstream: side('csp-own', 'partner-center'),
  foundAt: '2026-11-02T08:00:00Z',
  resolved,
});

const DOSSIERS: Dossier[] = [
  aDossier(CONTOSO, 'Contoso China', {
    subscriptions: [aSubscription('s1', 'E3', 'csp-own')],
    clashes: [clash('open'), clash('over', { keep: 'staff', by: 'li', at: '2026-11-03T08:00:00Z' })],
    history: [
      line('first', appeared(CONTOSO, 'Contoso')),
      line('second', renamed(CONTOSO, 'Contoso', 'Contoso China')),
      line('third', gone('s1')),
    ],
  }),
  aDossier(FABRIKAM, 'Fabrikam', { history: [line('second', appeared(FABRIKAM, 'Fabrikam'))] }),
];

const aRun = (id: Run): SyncRun => ({
  id,
  source: 'partner-center',
  startedAt: `${DAYS[id]}T07:00:00Z`,
  endedAt: `${DAYS[id]}T09:00:00Z`,
  state: 'done',
  by: 'li@partner.example',
  problem: null,
  pulled: { customers: 2, subscriptions: 1, delegations: 0 },
  changes: { appeared: 0, changed: 0, gone: 0 },
  clashes: 0,
  requests: { sent: 1, needed: 1, throttled: 0, repeated: 0 },
  unreadable: [],
  unreadableCount: 0,
  unknownFields: {},
  resumed: 0,
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-diff-'));
  await createWorkspace(join(folder, 'w'), PROFILE, { protection: { kind: 'none' } });
  const records = await openRecords(join(folder, 'w'));
  await records?.save(DOSSIERS);
  if (records) await (await endedOf(records)).change(() => ({ runs: [aRun('first'), aRun('second'), aRun('third')] }));
  await records?.close();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function opened() {
  const records = await openRecords(join(folder, 'w'));
  if (!records) throw new Error('there is no workspace');
  return records;
}

describe('what the histories tell of a run', () => {
  it('is what this run changed, with the customer it belongs to', async () => {
    const records = await opened();
    const changes: CustomerChange[] = [];
    for await (const change of changesOf(records, 'third')) changes.push(change);
    expect(changes).toEqual([{ ...gone('s1'), customer: CONTOSO, customerName: 'Contoso China' }]);
    await records.close();
  });

  it('is counted together with the clashes that wait for a person', async () => {
    const records = await opened();
    const { changes, clashes } = await survey(records, 'second');
    expect(changes).toEqual({ appeared: 1, changed: 1, gone: 0 });
    expect(clashes.map(({ customer, id }) => [customer, id])).toEqual([[CONTOSO, 'open']]);
    await records.close();
  });
});

describe('sync.changes', () => {
  let console: Console;
  beforeEach(async () => {
    console = await createConsole(consoleOptions(folder));
  });
  afterEach(() => console.close());

  const told = async (query: Parameters<Console['client']['sync']['changes']>[0]) => {
    const { items, total } = await console.client.sync.changes(query);
    return [total, items.map(({ customerName, how, what }) => `${customerName}: ${what} ${how}`).sort()];
  };

  it('tells what a run changed, narrowed by what and how', async () => {
    expect(await told({ run: 'second' })).toEqual([
      2,
      ['Contoso China: customer changed', 'Fabrikam: customer appeared'],
    ]);
    expect(await told({ run: 'second', how: 'appeared' })).toEqual([1, ['Fabrikam: customer appeared']]);
    expect(await told({ run: 'second', what: 'subscription' })).toEqual([0, []]);
    const { items, total } = await console.client.sync.changes({ run: 'second', offset: 1, limit: 1 });
    expect([total, items.length]).toEqual([2, 1]);
  });
});
