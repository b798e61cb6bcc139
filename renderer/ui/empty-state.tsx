import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    flexGrow: 1,
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
    minHeight: 0,
  },
  compact: {
    justifyContent: 'flex-start',
    flexGrow: 0,
    padding: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  icon: {
    display: 'flex',
    fontSize: '48px',
    color: tokens.colorBrandForeground1,
    '& svg': { display: 'block' },
  },
  compactIcon: { fontSize: '28px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '52ch', textAlign: 'center', textWrap: 'pretty' },
  action: { marginTop: tokens.spacingVerticalS, display: 'flex', columnGap: tokens.spacingHorizontalS },
});

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  /** For a section inside a page: smaller, and its title is an `h3` instead of an `h2`. */
  readonly compact?: boolean;
}

/** What stands where there is nothing yet: says so, and what to do about it. */
export function EmptyState({ icon, title, text, action, compact = false }: Props) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.root, compact && styles.compact)}>
      <span aria-hidden="true" className={mergeClasses(styles.icon, compact && styles.compactIcon)}>
        {icon}
      </span>
      {compact ? (
        <Text as="h3" weight="semibold" className={styles.title}>
          {title}
        </Text>
      ) : (
        <Title3 as="h2" className={styles.title}>
          {title}
        </Title3>
      )}
      {text !== undefined && <Text className={styles.text}>{text}</Text>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
