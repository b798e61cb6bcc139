import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'end', columnGap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, '& input': { fontFamily: tokens.fontFamilyMonospace } },
});

/** Takes the digits of a provider's new key, which it reads out on the telephone. */
export function FingerprintForm({ onCheck }: { readonly onCheck: (fingerprint: string) => void }) {
  const t = useT('composer.receive');
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onCheck(typed.trim());
      }}
    >
      <Field className={styles.field} hint={t('fingerprintHint')} label={t('fingerprint')}>
        <Input autoComplete="off" onChange={(_, { value }) => setTyped(value)} spellCheck={false} value={typed} />
      </Field>
      <Button disabledFocusable={typed.trim() === ''} type="submit">
        {t('check')}
      </Button>
    </form>
  );
}
