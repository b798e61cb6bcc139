import { useMemo } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { SyncRun } from '#shared/model/sync.ts';
import { useTimes } from './use-times.ts';

const SEPARATOR = ' · ';

/** What a sync came to, in words. */
export interface RunWords {
  /** How long it took; `null` while it has no end. */
  readonly took: (run: SyncRun) => string | null;
  readonly read: (run: SyncRun) => string;
  /** What differs from before, and whether anything does. */
  readonly changed: (run: SyncRun) => { readonly words: string; readonly some: boolean };
  readonly requests: (run: SyncRun) => string;
}

const COUNTED = ['customers', 'subscriptions', 'delegations'] as const;
const DIFFERENCES = ['appeared', 'changed', 'gone'] as const;

export function useRunWords(): RunWords {
  const t = useT('sync.facts');
  const times = useTimes();
  return useMemo(
    () => ({
      took: ({ startedAt, endedAt }) =>
        endedAt === null ? null : times.duration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000),
      read: ({ pulled }) => {
        const counts = COUNTED.filter((name) => pulled[name] > 0).map((name) => t(name, { count: pulled[name] }));
        return counts.length === 0 ? t('nothing') : counts.join(SEPARATOR);
      },
      changed: ({ changes, clashes }) => {
        if (changes === null) return { words: t('notCounted'), some: false };
        const counts = DIFFERENCES.filter((how) => changes[how] > 0).map((how) => t(how, { count: changes[how] }));
        const some = counts.length > 0;
        const found = clashes > 0 ? [t('clashes', { count: clashes })] : [];
        return { words: [...(some ? counts : [t('unchanged')]), ...found].join(SEPARATOR), some };
      },
      requests: ({ requests: { sent, needed, throttled, repeated } }) =>
        [
          t('requestLine', { sent, needed }),
          ...(throttled > 0 ? [t('throttled', { count: throttled })] : []),
          ...(repeated > 0 ? [t('repeated', { count: repeated })] : []),
        ].join(SEPARATOR),
    }),
    [t, times],
  );
}
