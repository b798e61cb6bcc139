import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useView } from '#renderer/app/view.ts';
import type { ChosenCustomer } from './customer-picker.tsx';

/**
 * The customer a file belongs to, as chosen; until then the one whose dossier the import was opened from, if any.
 * `key` changes when that one becomes known, so that the field begins with its name.
 */
export function useExpectedCustomer() {
  const expected = useView((view) => view.importFor);
  const { data: dossier } = useQuery(
    orpc.customers.get.queryOptions({ input: expected === null ? skipToken : { id: expected } }),
  );
  const [chosen, choose] = useState<ChosenCustomer | null | undefined>(undefined);
  const offered = dossier ? { id: dossier.id, name: dossier.name.value } : null;
  return { customer: chosen === undefined ? offered : chosen, choose, key: offered?.id ?? '' };
}
