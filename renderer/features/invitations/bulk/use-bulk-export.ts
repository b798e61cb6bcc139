import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, orpc } from '#renderer/app/client.ts';

/** How often the main side is asked how far it is, in ms. */
const PULSE = 200;

/** The export of many drafts: how far it is, how to stop it, and what came of it. */
export function useBulkExport() {
  const queries = useQueryClient();
  const [stopping, setStopping] = useState(false);
  const writing = useMutation(
    orpc.invitations.bulk.export.mutationOptions({
      onMutate: () => {
        setStopping(false);
        queries.removeQueries({ queryKey: orpc.invitations.bulk.progress.key() });
      },
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: orpc.invitations.key() }),
          queries.invalidateQueries({ queryKey: orpc.customers.key() }),
        ]),
    }),
  );
  // An export that another dialog began (the page was loaded again) goes on: it is found here, and can be stopped.
  const { data: progress = null } = useQuery({
    ...orpc.invitations.bulk.progress.queryOptions(),
    refetchInterval: ({ state }) => (writing.isPending || state.data ? PULSE : false),
    staleTime: 0,
  });
  return {
    write: writing.mutate,
    running: writing.isPending || progress !== null,
    progress,
    stopping,
    stop: () => {
      setStopping(true);
      // Where it has just ended by itself there is nothing left to stop.
      client.invitations.bulk.cancel().catch(() => setStopping(false));
    },
    result: writing.isPending ? undefined : writing.data,
    error: writing.isPending ? null : writing.error,
    /** Back to the form. */
    reset: writing.reset,
  };
}
