import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { Provenance as Origin } from '#shared/model/provenance.ts';
import { Provenance } from './provenance.tsx';

/** From here on (CSS pixels) provenances have a column of their own; below, each stands under its value. */
const WIDE = '@container (min-width: 600px)';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
    [WIDE]: { gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr) minmax(0, 22em)' },
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    alignItems: 'baseline',
  },
  pair: { display: 'contents' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, maxWidth: '20ch' },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  whole: { [WIDE]: { gridColumnEnd: 'span 2' } },
  origin: {
    gridColumnStart: 2,
    margin: `calc(-1 * ${tokens.spacingVerticalXS}) 0 0`,
    [WIDE]: { gridColumnStart: 3, margin: 0 },
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  unknown: { color: tokens.colorNeutralForeground3 },
});

export interface FactLine {
  readonly label: string;
  /** `null` is not known, and says so. */
  readonly value: ReactNode | null;
  readonly provenance?: Origin | null;
}

/** Facts one a line, each with how, whence and since when we know it, always in the same place. */
export function FactList({ facts }: { readonly facts: readonly FactLine[] }) {
  const t = useT('dossier');
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ label, value, provenance }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label may stand there twice, and lines never change places
        <div className={styles.pair} key={`${label} ${at}`}>
          <dt className={styles.label}>{label}</dt>
          <dd className={mergeClasses(styles.value, !provenance && styles.whole)}>
            {value === null ? <span className={styles.unknown}>{t('facts.notKnown')}</span> : value}
          </dd>
          {provenance && (
            <dd className={styles.origin}>
              <Provenance of={provenance} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
