import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { PassphraseField } from '#renderer/features/records/passphrase-field.tsx';
import { CenteredCard } from './centered-card.tsx';
import { EraseUnopened } from './erase-unopened.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  button: { alignSelf: 'flex-end' },
});

/** A workspace that waits for its passphrase; whoever has lost that can erase it. */
export function LockedWorkspace({ folder }: { readonly folder: string }) {
  const t = useT('records.locked');
  const [erasing, setErasing] = useState(false);
  return (
    <CenteredCard foot={t('folder', { folder })} icon={<LockClosedRegular />} text={t('text')} title={t('title')}>
      {!erasing && <UnlockForm />}
      <EraseUnopened erasing={erasing} folder={folder} onErasing={setErasing} />
    </CenteredCard>
  );
}

/** Asks for the passphrase; a wrong one is told, and stands marked to be typed anew. */
function UnlockForm() {
  const t = useT('records.locked');
  const passphraseWords = useT('records.passphrase');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const field = () => form.current?.querySelector('input');
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const unlock = useMutation(
    orpc.workspace.unlock.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: () => field()?.select(),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(passphrase === '');
    if (passphrase === '') field()?.focus();
    else if (!unlock.isPending) unlock.mutate({ passphrase });
  };
  const wrong = unlock.isError ? problemText(unlock.error) : undefined;
  // It stays busy until the state that was asked for anew is there.
  const busy = unlock.isPending || unlock.isSuccess;
  return (
    <form className={styles.form} noValidate onSubmit={submit} ref={form}>
      <PassphraseField
        fault={empty ? passphraseWords('faults.required') : wrong}
        label={passphraseWords('label')}
        onChange={(value) => {
          setPassphrase(value);
          setEmpty(false);
          if (unlock.isError) unlock.reset();
        }}
        purpose="present"
        value={passphrase}
      />
      <Button appearance="primary" className={styles.button} disabledFocusable={busy} size="large" type="submit">
        {busy ? t('opening') : t('open')}
      </Button>
    </form>
  );
}
