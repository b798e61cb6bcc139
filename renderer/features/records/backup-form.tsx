import { Button, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client, orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSaid } from '#renderer/app/said.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import { useCardStyles } from './card-styles.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { isFaulty, NOTHING_TYPED, passphraseFaults } from './protection-form.ts';

const WRITING = { mutationKey: ['backup'] } as const;

/** Stops the backup that is being written. It goes on while people are on another page, and so does the way to stop it. */
let stopping = new AbortController();

/** Whether a backup is being written, be it that another visit to this page began it. */
export const useIsWriting = (): boolean => useIsMutating(WRITING) > 0;

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
  const isWriting = useIsWriting();
  const say = useSaid((store) => store.say);
  const backup = useMutation({
    ...WRITING,
    mutationFn: (passphrase: string) => {
      stopping = new AbortController();
      return client.workspace.backup({ passphrase }, { signal: stopping.signal });
    },
    onSuccess: (made) => {
      onDone(made);
      void queries.invalidateQueries({ queryKey: orpc.workspace.key() });
    },
    onError: (error) => {
      // Whoever went to another page would not hear of it otherwise.
      if (form.current === null && !stopping.signal.aborted) say({ text: problemText(error) });
    },
  });
  const beganElsewhere = useRef(isWriting);
  useEffect(() => {
    if (!beganElsewhere.current) form.current?.querySelector('input')?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFaulty(passphraseFaults(typed))) {
      if (!isWriting) backup.mutate(typed.passphrase);
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
      {isWriting && <ProgressBar aria-label={t('backing')} className={styles.field} />}
      <div className={styles.tools}>
        <Button appearance="primary" disabledFocusable={isWriting} type="submit">
          {isWriting ? t('backing') : t('back')}
        </Button>
        <Button
          onClick={() => {
            stopping.abort();
            onCancel();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
