import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useSettled } from '#renderer/features/invitations/use-settled.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/invitation.ts';
import type { ReadySource } from './source-fields.tsx';

/** In ms. */
const TYPING_PATIENCE = 300;

/** What is asked of all the mails, as it stands in the form. */
export interface TypedBulk {
  readonly language: Language | 'customer';
  /** Id of the template; `null` for the built-in words. It stands for its namesake in each mail's language. */
  readonly template: string | null;
  readonly addresses: string;
  /** Addresses corrected in the list itself. */
  readonly corrections: Readonly<Record<CustomerId, string>>;
}

/** What the main side says of each customer, asked again when the form has stopped changing; nothing is written. */
export function useBulk(customers: readonly CustomerId[], ready: ReadySource | null, typed: TypedBulk) {
  const addresses = useSettled(typed.addresses, TYPING_PATIENCE);
  const settled = addresses === typed.addresses;
  const { corrections, language, template } = typed;
  const request = useMemo(
    () =>
      ready && {
        customers: [...customers],
        source: ready.source,
        language,
        words: { template, subject: null, paragraphs: null },
        addresses,
        corrections,
      },
    [customers, ready, language, template, addresses, corrections],
  );
  const preview = useQuery(
    orpc.invitations.bulk.preview.queryOptions({ input: request ?? skipToken, placeholderData: keepPreviousData }),
  );
  return {
    /** What would be exported now; `null` until the link is in order and the rows tell of it. */
    request: settled && preview.isSuccess && !preview.isPlaceholderData ? request : null,
    preview: request === null ? undefined : preview.data,
    error: request === null ? null : preview.error,
    retry: preview.refetch,
  };
}
