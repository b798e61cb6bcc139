import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { isAtWork } from './standing.ts';
import { useSync } from './use-sync.ts';

/** While a sync is at work, what it brought shows in the window this often (milliseconds). */
const RENEWAL = 10_000;

/** Everything that a sync may change, but its own progress, which has a rhythm of its own. */
const CHANGED = [
  orpc.customers,
  orpc.subscriptions,
  orpc.delegations,
  orpc.invitations,
  orpc.policy,
  orpc.outbox,
  orpc.workspace.state,
  orpc.workspace.audit,
  orpc.sync.runs,
  orpc.sync.changes,
  orpc.sync.clashes,
];

/** Keeps the whole window true to what a sync changes: now and then while it is at work, and at once when it is over. */
export function useSyncRenewal(): void {
  const queries = useQueryClient();
  const { data } = useSync();
  const atWork = data !== undefined && isAtWork(data);
  const running = atWork && !data.paused;
  const was = useRef(atWork);
  useEffect(() => {
    const renew = () => {
      for (const asked of CHANGED) void queries.invalidateQueries({ queryKey: asked.key() });
    };
    const over = was.current && !atWork;
    was.current = atWork;
    if (over) renew();
    if (!running) return undefined;
    const timer = setInterval(renew, RENEWAL);
    return () => clearInterval(timer);
  }, [atWork, running, queries]);
}
