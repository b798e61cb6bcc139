import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseFaults, type TypedPassphrase } from './protection-form.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '400px' },
});

interface Props {
  readonly label: string;
  readonly value: TypedPassphrase;
  readonly onChange: (value: TypedPassphrase) => void;
  /** Say what is wrong, also while somebody is still typing. */
  readonly tried: boolean;
}

/** A new passphrase, typed twice. */
export function NewPassphrase({ label, value, onChange, tried }: Props) {
  const t = useT('records.passphrase');
  const styles = useStyles();
  const faults = passphraseFaults(value);
  const said = (fault: (typeof faults)['passphrase']) => (tried && fault !== null ? t(`faults.${fault}`) : undefined);
  return (
    <div className={styles.root}>
      <PassphraseField
        fault={said(faults.passphrase)}
        hint={t('hint')}
        label={label}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        purpose="new"
        required
        value={value.passphrase}
      />
      <PassphraseField
        fault={said(faults.again)}
        hint={t('unrecoverable')}
        label={t('again')}
        onChange={(again) => onChange({ ...value, again })}
        purpose="new"
        required
        value={value.again}
      />
    </div>
  );
}
