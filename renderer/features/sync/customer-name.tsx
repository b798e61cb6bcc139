import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import type { CustomerId } from '#shared/model/ids.ts';

/** A customer by name, where it is in the lists; else by its id. */
export function CustomerName({ id }: { readonly id: CustomerId }) {
  const { data } = useQuery(orpc.customers.list.queryOptions({ input: { search: id, limit: 1 } }));
  const [found] = data?.items ?? [];
  return found?.id === id ? found.name : id;
}
