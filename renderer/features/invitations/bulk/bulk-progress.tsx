import { Button, Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    flexShrink: 0,
    minHeight: '32px',
  },
  bar: { flexGrow: 1, fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

/** How far the export is, and the way to stop it. */
export function BulkProgress({ progress, stopping, onStop }: Props) {
  const t = useT('bulk');
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Field
        className={styles.bar}
        validationMessage={progress ? t('progress', progress) : t('starting')}
        validationState="none"
      >
        {progress && progress.of > 0 ? <ProgressBar max={progress.of} value={progress.done} /> : <ProgressBar />}
      </Field>
      <Button disabledFocusable={stopping} onClick={onStop}>
        {stopping ? t('stopping') : t('stop')}
      </Button>
    </div>
  );
}
