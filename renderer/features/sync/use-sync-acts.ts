import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';

/** Begins, pauses, resumes and cancels; the state is asked for anew after each, and what hinders one is its error. */
export function useSyncActs() {
  const queries = useQueryClient();
  const renewed = { onSettled: () => queries.invalidateQueries({ queryKey: orpc.sync.key() }) };
  return {
    start: useMutation(orpc.sync.start.mutationOptions(renewed)),
    pause: useMutation(orpc.sync.pause.mutationOptions(renewed)),
    resume: useMutation(orpc.sync.resume.mutationOptions(renewed)),
    cancel: useMutation(orpc.sync.cancel.mutationOptions(renewed)),
  };
}
