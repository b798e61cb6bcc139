import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { orpc } from './client.ts';
import { problemOf } from './problem.ts';

/** Answers stay good for this long; whoever changes records invalidates them at once. */
const GOOD_FOR = 30_000;

/** The cache of what the main side answered. The main side is on this machine: no network rules, no retries. */
export function createQueries(): QueryClient {
  // An answer is drawn as soon as it is there: a timer of no delay waits for milliseconds among the page's other tasks.
  notifyManager.setScheduler(queueMicrotask);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // A document turned out to be damaged as it was read: what stands above the lists must say so.
        if (problemOf(error)?.kind === 'damaged') {
          for (const asked of [orpc.workspace.state, orpc.workspace.damaged]) {
            void client.invalidateQueries({ queryKey: asked.key() });
          }
        }
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: GOOD_FOR,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
