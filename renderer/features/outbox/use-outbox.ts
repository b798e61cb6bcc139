import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';
import type { CustomerId } from '#shared/model/ids.ts';

/** As many entries as are fetched at once; what is not over yet comes first, so that only old ends are left out. */
const MOST = 1000;

/** While an entry is being sent, the outbox is asked for this often (milliseconds). */
const PULSE = 1000;

/** The outbox, kept true while something of it is on its way. */
export function useOutbox() {
  return useQuery(
    orpc.outbox.list.queryOptions({
      input: { offset: 0, limit: MOST },
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'sending') ? PULSE : false),
    }),
  );
}

/** What waits for one customer, or is on its way, or needs a person. */
export function usePendingFor(customer: CustomerId): readonly ShownEntry[] {
  const { data } = useOutbox();
  return (data?.items ?? []).filter(
    ({ command, state }) =>
      command.kind !== 'reseller-link' &&
      command.customer === customer &&
      (state === 'waiting' || state === 'sending' || state === 'needs-attention'),
  );
}

/** Everything that the outbox shows or changes is asked for anew. */
export function useOutboxRenewal(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [orpc.outbox, orpc.sync.state, orpc.customers, orpc.policy, orpc.invitations.ownLink].map((asked) =>
        queries.invalidateQueries({ queryKey: asked.key() }),
      ),
    );
}

/** Takes back or sets aside, tries again, and sends; what shows the outbox is renewed after each, whatever came of it. */
export function useOutboxActs() {
  const renew = useOutboxRenewal();
  return {
    undo: useMutation(orpc.outbox.undo.mutationOptions({ onSettled: renew })),
    retry: useMutation(orpc.outbox.retry.mutationOptions({ onSettled: renew })),
    send: useMutation(orpc.outbox.send.mutationOptions({ onSettled: renew })),
  };
}
