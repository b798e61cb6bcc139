import { useMemo } from 'react';
import { useProfile } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Change } from '#shared/model/what-if.ts';
import { settled } from './changes.ts';

/** What the person supposes of a customer, each subject once; nothing until it is known who we are. */
export function useSupposed(customer: CustomerId): readonly Change[] {
  const us = useProfile()?.partner.tenantId;
  const changes = useView((view) => view.changes[customer]);
  return useMemo(() => (changes && us ? settled(changes, us) : []), [changes, us]);
}
