import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useCardStyles } from './card-styles.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { isFaulty, NOTHING_TYPED, passphraseFaults } from './protection-form.ts';

interface Props {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Puts another passphrase in the place of the present one. */
export function ChangePassphrase({ onDone, onCancel }: Props) {
  const t = useT('records.change');
  const words = useT('records.passphrase');
  const styles = useCardStyles();
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState(NOTHING_TYPED);
  const [tried, setTried] = useState(false);
  const change = useMutation(orpc.workspace.changePassphrase.mutationOptions({ onSuccess: onDone }));
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (present !== '' && !isFaulty(passphraseFaults(next))) {
      if (!change.isPending) change.mutate({ present, next: next.passphrase });
      return;
    }
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form aria-label={t('title')} className={styles.form} noValidate onSubmit={submit} ref={form}>
      <PassphraseField
        className={styles.field}
        fault={tried && present === '' ? words('faults.required') : undefined}
        label={words('presentLabel')}
        onChange={setPresent}
        purpose="present"
        required
        value={present}
      />
      <NewPassphrase label={words('newLabel')} onChange={setNext} tried={tried} value={next} />
      {change.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(change.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.tools}>
        <Button appearance="primary" disabledFocusable={change.isPending} type="submit">
          {change.isPending ? t('changing') : t('change')}
        </Button>
        <Button disabledFocusable={change.isPending} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
