import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Provenance as Origin } from '#shared/model/provenance.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    alignItems: 'baseline',
  },
  pair: { display: 'contents' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '20ch' },
  value: {
    margin: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  unknown: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

export interface FactLine {
  readonly label: string;
  /** `null` is not known, and says so. */
  readonly value: ReactNode | null;
  readonly provenance?: Origin | null;
}

/** Facts one a line, each with how, whence and since when we know it. */
export function FactList({ facts }: { readonly facts: readonly FactLine[] }) {
  const t = useT('dossier');
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ label, value, provenance }) => (
        <div className={styles.pair} key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {value === null ? <span className={styles.unknown}>{t('facts.notKnown')}</span> : <span>{value}</span>}
            {provenance && <Provenance of={provenance} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
