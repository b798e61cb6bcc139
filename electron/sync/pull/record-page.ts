import type { Records } from '#electron/records/records.ts';
import { fileOf } from '#electron/records/storage.ts';
import { Findings } from '#electron/sync/findings.ts';
import { isLater } from '#electron/sync/merge-facts.ts';
import { type RecordInto, recordFindings } from '#electron/sync/recording.ts';
import type { Page } from '#electron/sync/source.ts';
import type { CustomerId, Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncRun, Unreadable } from '#shared/model/sync.ts';

const NOBODY_LISTENS = { settle: () => undefined, progress: () => undefined };

/**
 * Records a page of a run. A document that is damaged, or turns out to be, costs its customers and is given back as
 * unreadable.
 */
export async function recordPage(page: Page, { id, source }: SyncRun, into: RecordInto): Promise<Unreadable[]> {
  const { records } = into;
  const sighting = { source, asOf: page.asOf, run: id, names: page.step === 'customers' };
  for (;;) {
    const known = records.damaged().length;
    const { findings, leftOut } = findingsOf(page, records);
    try {
      await recordFindings(findings, sighting, into, NOBODY_LISTENS);
      return leftOut;
    } catch (error) {
      const isDamage = error instanceof ProblemError && error.problem.kind === 'damaged';
      if (!isDamage || records.damaged().length === known) throw error;
    }
  }
}

/**
 * Records that all customers were listed: whoever has an invitation and was not named had no tie to us when the run began.
 */
export async function recordCustomerList({ id, source, startedAt }: SyncRun, into: RecordInto): Promise<void> {
  const { invited, records } = into;
  const findings = new Findings((customer) => records.documentOf(customer));
  const named = [...invited()].filter((customer) => isNamed(customer, startedAt, records));
  findings.tellList({ about: 'list', of: 'customers', ids: new Set(named) });
  await recordFindings(findings, { source, asOf: startedAt, run: id }, into, NOBODY_LISTENS);
}

/** Keeps that all GDAP relationships were listed: whoever becomes known only now had none when the run began. */
export async function recordDelegationList({ startedAt }: SyncRun, into: RecordInto): Promise<void> {
  const { act = 'synced', by, inTurn = (work) => work(), records } = into;
  await inTurn(async () => {
    const before = records.surroundings();
    if (before.gdapListedAt !== null && !isLater(startedAt, before.gdapListedAt)) return;
    await records.saveSurroundings({ ...before, gdapListedAt: startedAt }, { by, act });
  });
}

/** Whether the list of a run that began then named a customer; of one that can't be read nobody knows. */
function isNamed(customer: CustomerId, startedAt: Instant, records: Records): boolean {
  try {
    const listedAt = records.dossier(customer)?.listedAt;
    return listedAt !== undefined && listedAt >= startedAt;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'damaged') return true;
    throw error;
  }
}

/** What a page says, less what belongs into damaged documents. */
function findingsOf(page: Page, records: Records): { findings: Findings; leftOut: Unreadable[] } {
  const findings = new Findings((customer) => records.documentOf(customer));
  const damaged = new Set(records.damaged().map(({ file }) => file));
  const leftOut = new Map<string, Unreadable>();
  const isReadable = (customer: CustomerId): boolean => {
    const document = records.documentOf(customer);
    if (!damaged.has(fileOf(document))) return true;
    const why = { key: 'documentUnreadable', values: { document } };
    leftOut.set(document, { step: page.step, id: document, customer: null, ...why });
    return false;
  };
  for (const one of page.observations) {
    if (one.about !== 'customer') findings.surroundings.push(one);
    else if (isReadable(one.customer)) findings.tell({ customer: one.customer, rows: 1, observe: () => one });
  }
  for (const list of page.lists) if (list.of === 'customers' || isReadable(list.customer)) findings.tellList(list);
  return { findings, leftOut: [...leftOut.values()] };
}
