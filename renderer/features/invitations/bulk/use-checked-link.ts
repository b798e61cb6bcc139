import { skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useSettled } from '#renderer/features/invitations/use-settled.ts';
import type { LinkReading } from '#shared/contract/invitations.ts';

/** A pasted link is checked at once, to the eye. In ms. */
const PATIENCE = 120;

/** A link as it was pasted, checked by the main side when it has stopped changing. */
export interface CheckedLink {
  /** The link, once it will do; `null` until then. */
  readonly link: string | null;
  readonly reading: LinkReading | null;
  readonly error: unknown;
}

export function useCheckedLink(pasted: string): CheckedLink {
  const link = useSettled(pasted.trim(), PATIENCE);
  const { data, error } = useQuery(
    orpc.invitations.readLink.queryOptions({ input: link === '' ? skipToken : { link } }),
  );
  if (link === '' || link !== pasted.trim()) return { link: null, reading: null, error: null };
  return { link: data ? link : null, reading: data ?? null, error };
}
