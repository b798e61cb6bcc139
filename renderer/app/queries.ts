import { QueryClient } from '@tanstack/react-query';

/** Answers stay good for this long; whoever changes records invalidates them at once. */
const GOOD_FOR = 30_000;

/** The cache of what the main side answered. The main side is on this machine: no network rules, no retries. */
export function createQueries(): QueryClient {
  return new QueryClient({
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
}
