import type { z } from 'zod';
import { NONE } from '#electron/directory/index/columns.ts';
import type { IndexTables } from '#electron/directory/index/tables.ts';
import { PLACES } from '#electron/directory/index/words.ts';
import type { DelegationQuery, DelegationRow } from '#shared/contract/customers.ts';
import { DAY } from './facets.ts';
import { customerId, delegationId, tenantId } from './row-ids.ts';
import { LIVE } from './rows.ts';

type Query = z.output<typeof DelegationQuery>;

/** The delegations that a query finds among those searched for, which are all when `searched` is `null`. */
export function siftDelegations(
  { delegations }: IndexTables,
  query: Query,
  searched: Uint32Array | null,
  now: Date,
): { rows: Uint32Array; until: number } {
  const time = now.getTime();
  const { customer, ends, isGdap, status } = delegations;
  const wanted = query.status === undefined ? null : PLACES.delegationStatuses.indexOf(query.status);
  const live = PLACES.delegationStatuses.map((one) => LIVE.has(one));
  const span = query.expiring === undefined ? null : query.expiring * DAY;
  const candidates = searched?.length ?? delegations.size;
  const rows = new Uint32Array(candidates);
  let total = 0;
  let next = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < candidates; nth += 1) {
    const row = searched === null ? nth : (searched[nth] ?? 0);
    if ((customer.data[row] ?? NONE) === NONE) continue;
    const state = status.data[row] ?? 0;
    if (wanted !== null && state !== wanted) continue;
    if (span !== null) {
      const end = ends.data[row] ?? Number.NaN;
      if (!isGdap.data[row] || !live[state] || !(end > time)) continue;
      // It comes in when it ends within the span, and leaves when it has ended.
      next = Math.min(next, end - span > time ? end - span : end);
      if (end > time + span) continue;
    }
    rows[total] = row;
    total += 1;
  }
  return { rows: rows.subarray(0, total), until: next };
}

/** A delegation's line. */
export function delegationLine({ customers, delegations, instants, texts }: IndexTables, row: number): DelegationRow {
  const customer = delegations.customer.data[row] ?? NONE;
  return {
    id: delegationId(delegations.idOf(row)),
    customer: customerId(customers.idOf(customer)),
    customerName: customers.nameOf(customer),
    kind: delegations.isGdap.data[row] ? 'gdap' : 'dap',
    name: delegations.nameOf(row),
    partner: tenantId(texts.tenants.text(delegations.partner.data[row] ?? 0)),
    status: PLACES.delegationStatuses[delegations.status.data[row] ?? 0] ?? 'unknownFutureValue',
    service: texts.services.text(delegations.service.data[row] ?? 0) ?? '',
    endsAt: instants.text(delegations.ends.data[row] ?? 0, delegations.endsForm.data[row] ?? 0),
    autoExtend: delegations.extendsItself(row),
  };
}
