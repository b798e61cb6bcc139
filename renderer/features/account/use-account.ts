import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import type { AccountState } from '#shared/contract/sync.ts';

/** While a sign-in is going on, its state is asked for this often (milliseconds). */
const PULSE = 1000;

/** Who is signed in; `undefined` until that is known. */
export function useAccount(): AccountState | undefined {
  const { data } = useQuery(
    orpc.account.state.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.state === 'signing-in' ? PULSE : false),
    }),
  );
  return data;
}
