import { makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from './copy-button.tsx';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, maxWidth: '100%' },
  path: { minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
});

/** A path on this machine, with a button that copies it. */
export function PathText({ path, copyLabel }: { readonly path: string; readonly copyLabel: string }) {
  const styles = useStyles();
  return (
    <span className={styles.root}>
      <span className={styles.path}>{path}</span>
      <CopyButton label={copyLabel} text={path} />
    </span>
  );
}
