import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';

/** The documents that could not be read; `undefined` until they are known. Nothing is asked while the workspace has none. */
export function useDamage({ damaged }: OpenWorkspace): readonly DamagedDocument[] | undefined {
  const { data } = useQuery(orpc.workspace.damaged.queryOptions({ enabled: damaged > 0 }));
  return damaged > 0 ? data : [];
}

/** How many customers are missing from the lists, as far as that is known. */
export function customersIn(documents: readonly DamagedDocument[]): number {
  return documents.reduce((sum, { customers }) => sum + customers.length, 0);
}
