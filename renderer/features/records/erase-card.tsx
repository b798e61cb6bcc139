import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import { usePicked } from '#renderer/features/customers/picked.ts';
import { useCardStyles } from './card-styles.ts';
import { useDangerStyles } from './danger-styles.ts';
import { SettingsCard } from './settings-card.tsx';

/** Erases the workspace for good, once the partner's name was typed. */
export function EraseCard({ partner }: { readonly partner: string }) {
  const t = useT('records.erase');
  const styles = useCardStyles();
  const tools = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  return (
    <SettingsCard id="erase" text={t('text')} title={t('title')}>
      {opened ? (
        <EraseForm
          onCancel={() => {
            setOpened(false);
            requestAnimationFrame(() => tools.current?.querySelector('button')?.focus());
          }}
          partner={partner}
        />
      ) : (
        <div className={styles.tools} ref={tools}>
          <Button icon={<DeleteRegular />} onClick={() => setOpened(true)}>
            {t('open')}
          </Button>
        </div>
      )}
    </SettingsCard>
  );
}

function EraseForm({ partner, onCancel }: { readonly partner: string; readonly onCancel: () => void }) {
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
  const wrong = typed.trim() !== partner.trim();
  const busy = erase.isPending || erase.isSuccess;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) form.current?.querySelector('input')?.focus();
    else if (!busy) erase.mutate({ partner });
  };
  return (
    <form aria-label={t('title')} className={styles.form} noValidate onSubmit={submit} ref={form}>
      <p className={danger.sentence}>{t('confirm', { name: partner })}</p>
      <Field
        className={styles.field}
        label={t('field')}
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
