import { Card, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
});

interface Props {
  readonly title: string;
  readonly text: string;
  readonly id?: string;
  readonly children: ReactNode;
}

/** One subject of the settings: its name, what it is about, and what can be done. */
export function SettingsCard({ title, text, id, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <Card aria-labelledby={heading} className={styles.card} id={id} role="region">
      <h2 className={styles.title} id={heading}>
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
      {children}
    </Card>
  );
}
