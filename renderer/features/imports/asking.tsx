import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

/** A question about one file, with its answer beside it. */
export function Asking({ title, text, children, action }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.root}>
      <Text weight="semibold">{title}</Text>
      <Text className={styles.text} size={200}>
        {text}
      </Text>
      <div className={styles.row}>
        {children}
        {action}
      </div>
    </section>
  );
}
