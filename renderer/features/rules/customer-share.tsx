import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  track: {
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '72px',
    height: '4px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke2,
  },
  share: {
    display: 'block',
    height: '100%',
    // Few of many is still not none.
    minWidth: '2px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandStroke1,
    opacity: 0.6,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', opacity: 1 },
  },
  number: { minWidth: '3ch', textAlign: 'end' },
  none: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  /** `undefined` while they are being counted. */
  readonly customers: number | undefined;
  /** How many there are in the workspace. */
  readonly of: number;
}

/** How many customers a rule decides an answer for, and their share of all as a bar. */
export function CustomerShare({ customers, of }: Props) {
  const t = useT('window.dates');
  const format = useFormat();
  const styles = useStyles();
  return (
    <span className={styles.root}>
      {customers !== undefined && customers > 0 && (
        <span className={styles.track}>
          <span className={styles.share} style={{ width: `${(100 * customers) / Math.max(of, customers)}%` }} />
        </span>
      )}
      <span className={mergeClasses(styles.number, !customers && styles.none)}>
        {customers === undefined ? t('unknown') : format.number(customers)}
      </span>
    </span>
  );
}
