import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';

/** The tags that any customer has, in the order of the language; empty until they are known. */
export function useKnownTags(): readonly string[] {
  const locale = useLanguage();
  const { compare } = new Intl.Collator(locale);
  // The list's own order: another one would be made, and kept in its place, for nobody to look at.
  const { column: sort, descending } = useView((view) => view.customerSort);
  const { data } = useQuery(orpc.customers.list.queryOptions({ input: { limit: 1, sort, descending, locale } }));
  return (data?.facets.tag ?? []).map(({ value }) => value).sort(compare);
}

/** Puts tags on customers and takes them off; the lists and dossiers follow. */
export function useTagging() {
  const queries = useQueryClient();
  return useMutation(
    orpc.customers.tag.mutationOptions({
      onSuccess: () =>
        Promise.all(
          [orpc.customers.key(), orpc.subscriptions.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
        ),
    }),
  );
}

/** Whether the workspace may be changed at all; what it says when it may not stands above the lists. */
export function useMayChange(): boolean {
  const { data } = useQuery(orpc.workspace.state.queryOptions());
  return data?.state !== 'open' || data.readOnly === null;
}
