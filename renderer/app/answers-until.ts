import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orpc } from './client.ts';
import { whenPassed } from './when-passed.ts';

/**
 * Asks every answer of the policy anew when the clock reaches `until`: a delegation ended then, or began. What is on
 * screen stays there until the new answers have come. Nothing happens while there is no such instant.
 */
export function useAnswersUntil(until: string | null | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!until) return undefined;
    return whenPassed(until, () => {
      for (const asked of [orpc.customers.list, orpc.subscriptions.list, orpc.policy]) {
        void queries.invalidateQueries({ queryKey: asked.key() });
      }
    });
  }, [until, queries]);
}
