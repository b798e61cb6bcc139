import type { Page } from '#electron/sync/source.ts';
import type { RequestCount, SyncRun, SyncStep, Unreadable } from '#shared/model/sync.ts';
import type { Going, Tally } from './ledgers.ts';

/** How many unreadable items a run keeps in full. */
const KEPT = 100;

const NO_REQUESTS: RequestCount = { sent: 0, needed: 0, throttled: 0, repeated: 0 };
export const NOTHING: Tally = { needed: 0, unreadable: 0, customers: 0, subscriptions: 0, delegations: 0 };

/** A run that begins. */
export function beginning(id: string, source: SyncRun['source'], by: string, startedAt: string): Going {
  const run: SyncRun = {
    id,
    source,
    by,
    startedAt,
    endedAt: null,
    state: 'running',
    problem: null,
    pulled: { customers: 0, subscriptions: 0, delegations: 0 },
    changes: null,
    clashes: 0,
    requests: NO_REQUESTS,
    unreadable: [],
    unreadableCount: 0,
    unknownFields: {},
    resumed: 0,
  };
  return { run, cursor: null, isRead: false, tallies: {}, before: NO_REQUESTS };
}

/** A run that goes on where it was cut short. */
export function goingOn(going: Going): Going {
  const { run } = going;
  const resumed = run.resumed + 1;
  return { ...going, before: run.requests, run: { ...run, state: 'running', problem: null, resumed } };
}

/** A run with another page: what it showed is counted, and where it goes on is kept. A list that begins anew counts anew. */
export function withPage(going: Going, page: Page, unreadable: readonly Unreadable[], sent: RequestCount): Going {
  const { anew, step } = page;
  const before = (anew ? undefined : going.tallies[step]) ?? NOTHING;
  const seen = page.observations.flatMap((one) => (one.about === 'customer' ? one : []));
  const tally: Tally = {
    needed: before.needed + page.needed,
    unreadable: before.unreadable + unreadable.length,
    // What comes after the list tells of the same customers again.
    customers: before.customers + (step === 'customers' ? seen.length : 0),
    subscriptions: before.subscriptions + seen.filter(({ subscription }) => subscription).length,
    delegations: before.delegations + seen.filter(({ delegation }) => delegation).length,
  };
  const tallies = { ...going.tallies, [step]: tally };
  const sum = (of: keyof Tally) => Object.values(tallies).reduce((total, one) => total + one[of], 0);
  const known = anew ? going.run.unreadable.filter((one) => one.step !== step) : going.run.unreadable;
  const run: SyncRun = {
    ...going.run,
    pulled: { customers: sum('customers'), subscriptions: sum('subscriptions'), delegations: sum('delegations') },
    unreadable: [...known, ...unreadable].slice(0, KEPT),
    unreadableCount: sum('unreadable'),
    unknownFields: withFields(anew ? withoutStep(going.run.unknownFields, step) : going.run.unknownFields, page),
    requests: { ...sent, needed: sum('needed') },
  };
  return { ...going, tallies, run, cursor: page.next ?? going.cursor, isRead: page.next === null };
}

type Fields = SyncRun['unknownFields'];

function withFields(before: Fields, { step, unknownFields }: Page): Fields {
  const fields = { ...before };
  for (const [field, count] of unknownFields) {
    const name = `${step}: ${field}`;
    fields[name] = (fields[name] ?? 0) + count;
  }
  return fields;
}

function withoutStep(fields: Fields, step: SyncStep): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(`${step}: `)));
}
