import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { type InvitationFilter, useView } from '#renderer/app/view.ts';
import { WINDOW } from '#renderer/ui/row-windows.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { InvitationStatus } from '#shared/model/invitation.ts';

/** Ages grow with the clock alone: the list is asked for again this often (ms) while it stands there. */
const AGES_HOLD = 600_000;

/** The columns of the board; what has ended shares the last one. */
export const COLUMNS = [
  { name: 'drafted', statuses: ['drafted'] },
  { name: 'exported', statuses: ['exported'] },
  { name: 'sent', statuses: ['sent'] },
  { name: 'forwarded', statuses: ['forwarded'] },
  { name: 'accepted', statuses: ['accepted'] },
  { name: 'ended', statuses: ['superseded', 'stale', 'withdrawn'] },
] as const satisfies readonly { readonly name: string; readonly statuses: readonly InvitationStatus[] }[];
export type ColumnName = (typeof COLUMNS)[number]['name'];

export interface BoardColumn {
  readonly name: ColumnName;
  readonly total: number;
  readonly rows: readonly InvitationRow[];
}

const narrowed = ({ search, nudge }: InvitationFilter) => ({ search, ...(nudge ? { nudge } : {}) });

/** How to fetch the windows of the list, under the present search and filters. */
export function useInvitationWindows() {
  const filter = useView((view) => view.invitationFilter);
  const { status } = filter;
  return (offset: number) =>
    orpc.invitations.list.queryOptions({
      input: { ...narrowed(filter), offset, limit: WINDOW, ...(status === null ? {} : { status }) },
      refetchInterval: AGES_HOLD,
    });
}

/** How many invitations there are under the present search and filters, in each status, and in need of a nudge. */
export function useInvitationCounts() {
  return useQuery({ ...useInvitationWindows()(0), placeholderData: keepPreviousData });
}

/** The rows of the board's columns, so many of each status; `undefined` until they are there. */
export function useBoard(shown: Readonly<Record<ColumnName, number>>) {
  const filter = useView((view) => view.invitationFilter);
  const asked = COLUMNS.flatMap(({ name, statuses }) => statuses.map((status) => ({ name, status })));
  return useQueries({
    queries: asked.map(({ name, status }) => ({
      ...orpc.invitations.list.queryOptions({
        input: { ...narrowed(filter), status, limit: shown[name] },
        refetchInterval: AGES_HOLD,
      }),
      placeholderData: keepPreviousData,
    })),
    combine: (answers) => {
      const error = answers.find((answer) => answer.error)?.error ?? null;
      const retry = () => {
        for (const answer of answers) void answer.refetch();
      };
      if (answers.some(({ data }) => data === undefined)) return { columns: undefined, error, retry };
      const columns = COLUMNS.map(({ name }): BoardColumn => {
        const own = answers.filter((_, at) => asked[at]?.name === name).map(({ data }) => data);
        const rows = own.flatMap((data) => data?.items ?? []);
        return {
          name,
          total: own.reduce((sum, data) => sum + (data?.total ?? 0), 0),
          // What ended last stands first, whichever way it ended.
          rows: name === 'ended' ? rows.sort((a, b) => lastStep(b) - lastStep(a)) : rows,
        };
      });
      return { columns, error, retry };
    },
  });
}

const lastStep = ({ invitation: { createdAt, history } }: InvitationRow) => Date.parse(history.at(-1)?.at ?? createdAt);

/** The sum over all statuses. */
export function allOf(counts: Partial<Record<InvitationStatus, number>>): number {
  return InvitationStatus.options.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}
