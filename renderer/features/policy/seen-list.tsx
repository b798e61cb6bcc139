import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Origin, Seen } from './seen.ts';
import { useSeenText } from './seen-text.ts';

/** From here on (CSS pixels) origins have a column of their own; below, each stands under its fact. */
const WIDE = '@container (min-width: 560px)';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '2px' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [WIDE]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 20em)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
  },
  fact: { minWidth: 0, overflowWrap: 'anywhere' },
  aside: { color: tokens.colorNeutralForeground3 },
  whole: { [WIDE]: { gridColumnEnd: 'span 2' } },
  origin: {
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Facts one a line, each with where it is from and since when. */
export function SeenList({ of: seen }: { readonly of: readonly Seen[] }) {
  const styles = useStyles();
  const t = useT('explain.aside');
  const say = useSeenText();
  if (seen.length === 0) return null;
  return (
    <ul className={styles.list}>
      {seen.map((one) => (
        <li className={styles.line} key={JSON.stringify(one)}>
          <span className={mergeClasses(styles.fact, one.aside && styles.aside, one.origin === null && styles.whole)}>
            {one.aside ? t(one.aside, { fact: say(one) }) : say(one)}
          </span>
          {one.origin !== null && (
            <span className={styles.origin}>
              <From origin={one.origin} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function From({ origin }: { readonly origin: NonNullable<Origin> }) {
  const t = useT('explain');
  if (origin === 'profile') return t('fromProfile');
  if (origin === 'question') return t('fromQuestion');
  return <Provenance of={origin} />;
}
