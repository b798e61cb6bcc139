import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { isAtWork } from './standing.ts';

/** While a pull is at work its progress is asked for this often, else only now and then (milliseconds). */
const PULSE = { atWork: 500, idle: 60_000 };

/** Where synchronising stands, kept true for as long as something shows it. */
export function useSync() {
  return useQuery(
    orpc.sync.state.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data && isAtWork(data) ? PULSE.atWork : PULSE.idle),
    }),
  );
}
