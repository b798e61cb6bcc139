import type { ContractRouterClient } from '@orpc/contract';
import { customers, delegations, subscriptions } from './customers.ts';
import { imports } from './imports.ts';
import { invitations } from './invitations.ts';
import { opened } from './opened.ts';
import { policy } from './policy.ts';
import { reports } from './reports.ts';
import { account, outbox, sync } from './sync.ts';
import { about, settings, workspace } from './workspace.ts';

/** Everything the main side answers, by whichever host: arguments and results are checked both ways. */
export const contract = {
  about,
  workspace,
  settings,
  customers,
  subscriptions,
  delegations,
  policy,
  imports,
  invitations,
  opened,
  reports,
  sync,
  outbox,
  account,
};
export type ConsoleContract = typeof contract;
export type ConsoleClient = ContractRouterClient<ConsoleContract>;
