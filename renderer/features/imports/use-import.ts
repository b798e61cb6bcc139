import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { readWaiting, useJobs } from './import-jobs.ts';
import type { Owner } from './job.ts';

/** Hands files to the main side one after another, and renews everything that is shown after each. */
export function useImport(): {
  readonly start: (files: Iterable<File>) => void;
  readonly again: (id: number, owner: Owner) => void;
} {
  const queries = useQueryClient();
  const run = useCallback(() => {
    const areas = [orpc.workspace, orpc.customers, orpc.subscriptions, orpc.policy, orpc.invitations];
    const renew = async () => {
      await Promise.all(areas.map((area) => queries.invalidateQueries({ queryKey: area.key() })));
    };
    void readWaiting(renew);
  }, [queries]);
  return {
    start: useCallback(
      (files) => {
        useJobs.getState().add([...files]);
        run();
      },
      [run],
    ),
    again: useCallback(
      (id, owner) => {
        useJobs.getState().again(id, owner);
        run();
      },
      [run],
    ),
  };
}
