import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    flexShrink: 0,
    height: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    minWidth: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  count: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexGrow: 1,
    // It gives way before what narrows the list does.
    flexShrink: 4,
    minWidth: '48px',
  },
});

interface Props {
  readonly title: string;
  /** How much the page holds, in words; read out when it changes. */
  readonly count: string;
  readonly head?: Ref<HTMLElement>;
  readonly children?: ReactNode;
}

/** The head of a page that lists something: its heading, how much it holds, and what else stands beside them. */
export function PageHead({ title, count, head, children }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.head} ref={head}>
      <h1 className={styles.title}>{title}</h1>
      <span aria-live="polite" className={styles.count} role="status" title={count}>
        {count}
      </span>
      {children}
    </header>
  );
}
