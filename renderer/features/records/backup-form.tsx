import { Button, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client, orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import { useCardStyles } from './card-styles.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { isFaulty, NOTHING_TYPED, passphraseFaults } from './protection-form.ts';

interface Props {
  readonly onDone: (backup: Backup) => void;
  readonly onCancel: () => void;
}

/** The passphrase of a new backup, the button that writes it, and the one that stops it: nothing is left of it then. */
export function BackupForm({ onDone, onCancel }: Props) {
  const t = useT('records.backup');
  const words = useT('records.passphrase');
  const styles = useCardStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [tried, setTried] = useState(false);
  const stopping = useRef<AbortController>(null);
  const backup = useMutation({
    mutationFn: (passphrase: string) => {
      stopping.current = new AbortController();
      return client.workspace.backup({ passphrase }, { signal: stopping.current.signal });
    },
    onSuccess: async (made) => {
      onDone(made);
      await queries.invalidateQueries({ queryKey: orpc.workspace.key() });
    },
  });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFaulty(passphraseFaults(typed))) {
      if (!backup.isPending) backup.mutate(typed.passphrase);
      return;
    }
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form aria-label={t('title')} className={styles.form} noValidate onSubmit={submit} ref={form}>
      <NewPassphrase label={words('label')} onChange={setTyped} tried={tried} value={typed} />
      {backup.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(backup.error)}</MessageBarBody>
        </MessageBar>
      )}
      {backup.isPending && <ProgressBar aria-label={t('backing')} className={styles.field} />}
      <div className={styles.tools}>
        <Button appearance="primary" disabledFocusable={backup.isPending} type="submit">
          {backup.isPending ? t('backing') : t('back')}
        </Button>
        <Button
          onClick={() => {
            stopping.current?.abort();
            onCancel();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
