import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import { usePicked } from '#renderer/features/customers/picked.ts';
import type { Confirmation } from '#shared/contract/workspace.ts';
import { useCardStyles } from './card-styles.ts';
import { useDangerStyles } from './danger-styles.ts';

interface Props {
  /** What is lost, and what must be typed to lose it. */
  readonly confirm: string;
  /** What that is called. */
  readonly field: string;
  /** What must be typed. */
  readonly confirmation: Confirmation;
  readonly onCancel: () => void;
}

/** Erases the workspace for good, once its name was typed. */
export function EraseForm({ confirm, confirmation, field, onCancel }: Props) {
  const t = useT('records.erase');
  const styles = useCardStyles();
  const danger = useDangerStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const forget = useView((view) => view.forgetWorkspace);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const erase = useMutation(
    orpc.workspace.erase.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: orpc.workspace.state.key() });
        // The next workspace must not begin with the rows of this one.
        forget();
        usePicked.getState().clear();
        queries.removeQueries({ predicate: (query) => !query.isActive() });
      },
    }),
  );
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [name = ''] = Object.values(confirmation);
  const wrong = typed.trim() !== name.trim();
  const busy = erase.isPending || erase.isSuccess;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) form.current?.querySelector('input')?.focus();
    else if (!busy) erase.mutate(confirmation);
  };
  return (
    <form aria-label={t('title')} className={styles.form} noValidate onSubmit={submit} ref={form}>
      <p className={danger.sentence}>{confirm}</p>
      <Field
        className={styles.field}
        label={field}
        validationMessage={tried && wrong ? t('fault') : null}
        validationState={tried && wrong ? 'error' : 'none'}
      >
        <Input autoComplete="off" onChange={(_, { value }) => setTyped(value)} spellCheck={false} value={typed} />
      </Field>
      {erase.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(erase.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.tools}>
        <Button
          appearance="primary"
          className={danger.button}
          disabledFocusable={busy}
          icon={<DeleteRegular />}
          type="submit"
        >
          {busy ? t('erasing') : t('erase')}
        </Button>
        <Button disabledFocusable={busy} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
