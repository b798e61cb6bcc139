import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular, KeyboardShiftUppercaseRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  input: { width: '100%', minWidth: 0 },
  caps: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `new` asks password managers not to fill in an old one. */
  readonly purpose: 'present' | 'new';
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly className?: string | undefined;
}

/** A passphrase that is being typed: hidden unless somebody wants to see it, and told when Caps Lock is on. */
export function PassphraseField(props: Props) {
  const { label, value, onChange, purpose, hint, fault, required = false, className } = props;
  const t = useT('records.passphrase');
  const styles = useStyles();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const notice = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  const warning = caps && (
    <span className={styles.caps}>
      <KeyboardShiftUppercaseRegular />
      {t('capsLock')}
    </span>
  );
  return (
    <Field
      {...(className === undefined ? {} : { className })}
      hint={warning || (hint ?? null)}
      label={label}
      required={required}
      validationMessage={fault ?? null}
      validationState={fault === undefined ? 'none' : 'error'}
    >
      <Input
        autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
        className={styles.input}
        contentAfter={
          <Button
            appearance="transparent"
            aria-label={shown ? t('hide') : t('show')}
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            onClick={() => setShown(!shown)}
            size="small"
            title={shown ? t('hide') : t('show')}
          />
        }
        onBlur={() => setCaps(false)}
        onChange={(_, data) => onChange(data.value)}
        onKeyDown={notice}
        onKeyUp={notice}
        spellCheck={false}
        type={shown ? 'text' : 'password'}
        value={value}
      />
    </Field>
  );
}
