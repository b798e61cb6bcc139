import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    // Safe: a window too low for the card scrolls instead of losing its top.
    justifyContent: 'safe center',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    width: '460px',
    maxWidth: '100%',
    padding: tokens.spacingHorizontalXXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  unseen: { visibility: 'hidden' },
  icon: { fontSize: '40px', color: tokens.colorBrandForeground1, display: 'flex' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  foot: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string | undefined;
  readonly foot?: string | undefined;
  /** Keep the place and show nothing in it yet. */
  readonly hidden?: boolean;
  readonly children: ReactNode;
}

/** A screen of its own with one thing in its middle: what is asked or told before a workspace is open. */
export function CenteredCard({ icon, title, text, foot, hidden = false, children }: Props) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={mergeClasses(styles.card, hidden && styles.unseen)}>
        <span aria-hidden="true" className={styles.icon}>
          {icon}
        </span>
        <div className={styles.head}>
          <h1 className={styles.title}>{title}</h1>
          {text !== undefined && <p className={styles.text}>{text}</p>}
        </div>
        {children}
        {foot !== undefined && <p className={styles.foot}>{foot}</p>}
      </div>
    </main>
  );
}
