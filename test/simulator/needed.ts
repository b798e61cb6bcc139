import { setImmediate as breathe } from 'node:timers/promises';
import type { Context } from './context.ts';
import { transacted } from './partner-center/bodies.ts';
import { IN_FORCE } from './world/relationship.ts';

/** Requests that an undisturbed first sync makes at least, by source and step. */
export interface Needed {
  readonly 'partner-center': number;
  readonly graph: number;
  readonly steps: {
    readonly partners: number;
    readonly 'reseller-link': number;
    readonly customers: number;
    /** Details, subscriptions, seats where we may read them, support contacts where the cloud has them. */
    readonly 'customer-details': number;
    /** Those of `customer-details` that may only be asked for when the customer's GDAP relationships are known. */
    readonly 'seats-by-gdap': number;
    readonly 'delegated-customers': number;
    readonly delegations: number;
    readonly assignments: number;
  };
}

const CUSTOMERS_A_PAGE = 500;
const ITEMS_A_PAGE = 300;

/** States in which groups may be assigned to a relationship. */
const ASSIGNABLE = new Set([...IN_FORCE, 'approved', 'activating']);
const ASKED_ONLY = new Set(['created', 'approvalPending']);

const pages = (items: number, size: number): number => Math.max(1, Math.ceil(items / size));

/** Counts what there is to be read. */
export async function neededRequests({ cloud, customers, relationships }: Context): Promise<Needed> {
  let [details, byGdap, delegations, granted, assignable, seen] = [0, 0, 0, 0, 0, 0];
  for (const id of [...customers.ids()]) {
    const dossier = customers.get(id);
    if (dossier === undefined) continue;
    const ours = relationships.of(id).map(({ delegation }) => delegation.status);
    const dap = dossier.delegatedAccess?.value === true;
    const gdap = !dap && ours.some((status) => IN_FORCE.has(status));
    details += 2 + (dap || gdap ? 1 : 0) + (cloud === 'global' ? transacted(dossier).length : 0);
    byGdap += gdap ? 1 : 0;
    delegations += ours.length;
    granted += ours.some((status) => !ASKED_ONLY.has(status)) ? 1 : 0;
    assignable += ours.filter((status) => ASSIGNABLE.has(status)).length;
    seen += 1;
    if (seen % 500 === 0) await breathe();
  }
  const steps = {
    partners: cloud === 'global' ? 1 : 0,
    'reseller-link': 1,
    customers: pages(customers.count, CUSTOMERS_A_PAGE),
    'customer-details': details,
    'seats-by-gdap': byGdap,
    'delegated-customers': pages(granted, ITEMS_A_PAGE),
    delegations: pages(delegations, ITEMS_A_PAGE),
    assignments: assignable,
  };
  return {
    'partner-center': steps.partners + steps['reseller-link'] + steps.customers + details,
    graph: steps['delegated-customers'] + steps.delegations + assignable,
    steps,
  };
}
