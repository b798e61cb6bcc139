import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { DamagedDocument } from '#shared/model/protection.ts';

/** So many names stand there at first. */
const FIRST = 6;

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text', textWrap: 'pretty' },
  all: { maxHeight: '160px', overflow: 'auto' },
  more: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}`, height: '20px' },
});

/** The customers of a document: the first few by name, all of them when asked. */
export function CustomerNames({ customers }: { readonly customers: DamagedDocument['customers'] }) {
  const t = useT('records.damage');
  const format = useFormat();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (customers.length === 0) return <p className={styles.text}>{t('customersUnknown')}</p>;
  const names = customers.map(({ name }) => name);
  const shown = all ? names : names.slice(0, FIRST);
  const rest = names.length - shown.length;
  return (
    <div className={all ? styles.all : undefined}>
      <p className={styles.text}>
        {t('customers', {
          count: names.length,
          names: format.list(rest > 0 ? [...shown, t('more', { count: rest })] : shown),
        })}{' '}
        {rest > 0 && (
          <Button appearance="subtle" className={styles.more} onClick={() => setAll(true)} size="small">
            {t('moreList', { count: names.length })}
          </Button>
        )}
      </p>
    </div>
  );
}
