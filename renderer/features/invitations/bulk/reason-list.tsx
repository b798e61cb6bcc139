import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { tabSeparated } from '#renderer/features/imports/tab-separated.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';

/** A page has no use for more; the rest is counted. */
const SHOWN = 500;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0, minHeight: 0 },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '24px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  scroll: {
    maxHeight: '220px',
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  tall: { maxHeight: 'none' },
  column: {
    position: 'sticky',
    top: 0,
    textAlign: 'start',
    whiteSpace: 'nowrap',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  more: { padding: tokens.spacingHorizontalS, margin: 0, fontSize: tokens.fontSizeBase200 },
});

/** Something that was left out: which, and why. */
export interface Left {
  readonly key: string;
  readonly what: string;
  readonly why: string;
}

interface Props {
  readonly label: string;
  /** It stands by itself: under a heading, and with as much room as there is. */
  readonly titled?: boolean;
  /** What the two columns are called. */
  readonly heads: readonly [string, string];
  readonly left: readonly Left[];
  readonly copyLabel: string;
  /** Counts those beyond what a page shows. */
  readonly more: (count: number) => string;
}

/** What was left out, line by line with the reason, to read and to copy into a table. */
export function ReasonList({ label, titled = false, heads, left, copyLabel, more }: Props) {
  const styles = useStyles();
  const rest = left.length - SHOWN;
  const asText = () => tabSeparated([heads, ...left.map(({ what, why }) => [what, why])]);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        {titled ? <h3 className={styles.title}>{label}</h3> : <span />}
        <CopyButton label={copyLabel} named text={asText} />
      </div>
      <section
        aria-label={label}
        className={mergeClasses(styles.scroll, titled && styles.tall)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
        tabIndex={0}
      >
        <table aria-label={label} className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th className={styles.column} key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {left.slice(0, SHOWN).map(({ key, what, why }) => (
              <tr key={key}>
                <td className={styles.cell}>{what}</td>
                <td className={styles.cell}>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 && <p className={styles.more}>{more(rest)}</p>}
      </section>
    </div>
  );
}
