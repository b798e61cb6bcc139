import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';

const GAP = '14px';

const useStyles = makeStyles({
  // A dot stands before each part; those at the beginning of a line lie outside and are cut off.
  root: { minWidth: 0, clipPath: 'inset(-6px -6px -6px 0)' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    marginInlineStart: `-${GAP}`,
    listStyleType: 'none',
  },
  part: {
    display: 'inline-flex',
    alignItems: 'center',
    minWidth: 0,
    maxWidth: '100%',
    '::before': {
      content: '"·" / ""',
      flexShrink: 0,
      width: GAP,
      textAlign: 'center',
      color: tokens.colorNeutralForeground3,
    },
  },
});

/** Parts on one line, or as many as they need, with dots between them; no line begins or ends with a dot. */
export function DotLine({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.root, className)}>
      <div className={styles.line}>
        {Children.map(children, (part) =>
          part === null || part === undefined || typeof part === 'boolean' ? null : (
            <span className={styles.part}>{part}</span>
          ),
        )}
      </div>
    </div>
  );
}
