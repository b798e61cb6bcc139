import { dirname, join } from 'node:path';
import { listInvitations } from '#electron/invitations/pipeline.ts';
import { CUSTOMER_COLUMNS, customerItem } from '#electron/reports/customers.ts';
import { DELEGATION_COLUMNS, delegationItems } from '#electron/reports/delegations.ts';
import { INVITATION_COLUMNS, invitationItems } from '#electron/reports/invitations.ts';
import { type ItemsOf, writeJson } from '#electron/reports/json.ts';
import { writeTable } from '#electron/reports/report-file.ts';
import { SUBSCRIPTION_COLUMNS, subscriptionItems } from '#electron/reports/subscriptions.ts';
import { CustomerQuery, DelegationQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { ReportList } from '#shared/contract/reports.ts';
import { assertNever, ProblemError } from '#shared/model/problem.ts';
import { isWithin } from './backups-folder.ts';
import { type Implementer, type Open, openWorkspace, type Session } from './session.ts';

/** Lists written into files. */
export const reports = (on: Implementer) =>
  on.reports.router({
    export: on.reports.export.handler(async ({ context: { session }, input: { format, list, name } }) => {
      const workspace = openWorkspace(session);
      const { records } = workspace;
      const file = reportPath(session, name);
      const rows =
        format === 'json'
          ? await writeJson(file, records, itemsOf(list, workspace))
          : await writeList(file, list, format, workspace);
      const unreadable = records.damaged().filter(({ what }) => what === 'dossiers').length;
      return { file, rows, unreadable };
    }),
  });

/** Where a report of this name lies. It is never within the workspace, one of whose files it might take the place of. */
function reportPath({ options: { folder, reportsFolder } }: Session, name: string): string {
  const reportsIn = reportsFolder ?? join(dirname(folder), 'reports');
  const file = join(reportsIn, name);
  if (isWithin(reportsIn, folder)) throw new ProblemError('refused', 'reportInside', { file, folder });
  return file;
}

/** A list's whole, as it is when nobody chose anything. */
const ALL = { offset: 0, limit: Number.POSITIVE_INFINITY };

function writeList(path: string, list: ReportList, format: 'csv' | 'xlsx', workspace: Open): Promise<number> {
  const { directory, now } = workspace;
  const how = { format, title: list };
  switch (list) {
    case 'customers':
      return writeTable(path, { ...how, columns: CUSTOMER_COLUMNS }, (take) =>
        directory.eachCustomer({ ...CustomerQuery.parse({}), ...ALL }, now, take),
      );
    case 'subscriptions':
      return writeTable(path, { ...how, columns: SUBSCRIPTION_COLUMNS }, (take) =>
        directory.eachSubscription({ ...SubscriptionQuery.parse({}), ...ALL }, now, take),
      );
    case 'delegations':
      return writeTable(path, { ...how, columns: DELEGATION_COLUMNS }, (take) =>
        directory.eachDelegation({ ...DelegationQuery.parse({}), ...ALL }, now, take),
      );
    case 'invitations':
      return writeTable(path, { ...how, columns: INVITATION_COLUMNS }, async (take) => {
        const query = { ...ALL, search: '' };
        const us = workspace.records.profile.partner.tenantId;
        const { items } = await listInvitations(directory.invited(), query, now, us);
        for (let from = 0; from < items.length; from += 500) await take(items.slice(from, from + 500));
      });
    default:
      return assertNever(list);
  }
}

function itemsOf(list: ReportList, { now, records }: Open): ItemsOf {
  switch (list) {
    case 'customers':
      return customerItem(records.profile, now);
    case 'subscriptions':
      return subscriptionItems;
    case 'delegations':
      return delegationItems;
    case 'invitations':
      return invitationItems;
    default:
      return assertNever(list);
  }
}
