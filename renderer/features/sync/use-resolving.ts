import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/client.ts';
import { focusList } from '#renderer/app/focus-list.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useSaid } from '#renderer/app/said.ts';
import type { CustomerClash } from '#shared/contract/sync.ts';

/** Decides a clash for one side, renews what the window shows of it, and says so. */
export function useResolving(clash: CustomerClash) {
  const t = useT('sync.clashes');
  const queries = useQueryClient();
  const say = useSaid((store) => store.say);
  return useMutation({
    mutationFn: (keep: 'staff' | 'upstream') =>
      client.sync.resolve({ customer: clash.customer, clash: clash.id, keep }),
    onSuccess: async (_, keep) => {
      say({
        of: clash.customerName,
        text: t(keep === 'staff' ? 'keptOurs' : 'tookTheirs', { name: clash.subscriptionName }),
      });
      // The card goes with its clash, and the focus with the card.
      focusList();
      await Promise.all(
        [orpc.sync, orpc.customers, orpc.subscriptions, orpc.policy].map((asked) =>
          queries.invalidateQueries({ queryKey: asked.key() }),
        ),
      );
    },
  });
}
