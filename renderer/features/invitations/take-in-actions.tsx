import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  error: { flexGrow: 1, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  /** Why it was not taken in; `null` while nothing is wrong. */
  readonly error: unknown;
  readonly pending: boolean;
  /** Whether everything is said that taking it in needs. */
  readonly ready: boolean;
  readonly onCancel: () => void;
  /** `null` in a form, which is submitted instead. Elsewhere there is nothing to fill in first: the button takes the focus. */
  readonly onTakeIn: (() => void) | null;
}

/** Takes an invitation in, or leaves it. */
export function TakeInActions({ error, pending, ready, onCancel, onTakeIn }: Props) {
  const t = useT('composer.receive');
  const styles = useStyles();
  const problemText = useProblemText();
  return (
    <div className={styles.actions}>
      {error !== null && (
        <Text className={styles.error} role="alert">
          {problemText(error)}
        </Text>
      )}
      <Button onClick={onCancel}>{t('cancel')}</Button>
      <Button
        appearance="primary"
        disabledFocusable={!ready || pending}
        {...(onTakeIn ? { onClick: onTakeIn, ref: takeFocus } : { type: 'submit' as const })}
      >
        {t(pending ? 'takingIn' : 'takeIn')}
      </Button>
    </div>
  );
}
