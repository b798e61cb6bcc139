import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { client, orpc } from '#renderer/app/client.ts';
import type { AccountState } from '#shared/contract/sync.ts';
import { useAccount } from './use-account.ts';

export type Way = Extract<AccountState, { state: 'signing-in' }>['how'];

/** Signing in, from its beginning to its end; an end that nobody wished for is an error. */
export interface SignIn {
  /** The way that was chosen, while there is nothing to show of it yet. */
  readonly beginning: Way | null;
  readonly error: unknown;
  readonly begin: (how: Way) => void;
  readonly stop: () => void;
}

export function useSignIn(): SignIn {
  const queries = useQueryClient();
  const account = useAccount();
  const stopped = useRef(false);
  const renew = () => queries.invalidateQueries({ queryKey: orpc.account.state.key() });
  const known = (state: AccountState) => queries.setQueryData(orpc.account.state.queryKey(), state);
  const begin = useMutation({ mutationFn: (how: Way) => client.account.signIn({ how }), onSuccess: known });
  const end = useMutation({ mutationFn: () => client.account.signedIn(), onSuccess: known, onError: renew });
  const cancel = useMutation({ mutationFn: () => client.account.cancel(), onSuccess: known, onError: renew });
  const going = account?.state === 'signing-in';
  const { mutate: waitForEnd } = end;
  // Also for a sign-in that was begun before this dialog stood.
  useEffect(() => {
    if (going) waitForEnd();
  }, [going, waitForEnd]);
  return {
    beginning: begin.isPending ? begin.variables : null,
    // That it ended because it was stopped is no news to whoever stopped it.
    error: begin.error ?? (stopped.current ? null : end.error),
    begin: (how) => {
      stopped.current = false;
      end.reset();
      begin.mutate(how);
    },
    stop: () => {
      stopped.current = true;
      cancel.mutate();
    },
  };
}
