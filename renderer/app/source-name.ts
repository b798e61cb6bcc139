import { useCallback } from 'react';
import { useT } from './i18n.tsx';

/** Names the source of a fact (`file:<name>`, `partner-center`, `graph`, `staff:<id>`) in the person's language. */
export function useSourceName(): (source: string) => string {
  const t = useT('terms.sources');
  return useCallback(
    (source: string) => {
      const [kind, ...rest] = source.split(':');
      const name = rest.join(':');
      if (kind === 'file') return t('file', { name });
      if (kind === 'staff') return t('staff', { name });
      if (kind === 'partner-center') return t('partnerCenter');
      if (kind === 'graph') return t('graph');
      return source;
    },
    [t],
  );
}
