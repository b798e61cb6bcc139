import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';

/** Our own link as Partner Center last told it, asked anew each time: an import or a sync may have brought another. */
export function useOwnLink() {
  const { data, error, isFetchedAfterMount } = useQuery({
    ...orpc.invitations.ownLink.queryOptions(),
    staleTime: 0,
  });
  return {
    own: error ? null : (data ?? null),
    /** Nothing should be shown before it is known which of the two stands there. */
    waiting: !isFetchedAfterMount,
  };
}
