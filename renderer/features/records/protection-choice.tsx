import {
  Badge,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { Protection } from '#shared/model/protection.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import type { ProtectionForm } from './protection-form.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  lead: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  sentence: { margin: 0 },
  options: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, alignItems: 'stretch' },
  option: {
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  chosen: { border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}` },
  radio: { display: 'flex' },
  label: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, textWrap: 'pretty' },
  more: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 36px` },
});

interface Props {
  /** The system's keychain, by name; `null` where there is none. */
  readonly keychain: string | null;
  readonly form: ProtectionForm;
  readonly onChange: (form: ProtectionForm) => void;
  /** Somebody wanted to go on: say what is missing. */
  readonly tried: boolean;
  /** What stands over the choice is a heading already. */
  readonly label: string;
}

/** How the records of a new workspace are kept: with the system's keychain, a passphrase, or in the clear. */
export function ProtectionChoice({ keychain, form, onChange, tried, label }: Props) {
  const t = useT('records.protect');
  const passphrase = useT('records.passphrase');
  const styles = useStyles();
  const option = (kind: Protection, name: ReactNode, text: string, more: ReactNode) => (
    <div className={mergeClasses(styles.option, form.kind === kind && styles.chosen)}>
      <Radio
        className={styles.radio}
        label={
          <span className={styles.label}>
            <span className={styles.name}>{name}</span>
            <span className={styles.text}>{text}</span>
          </span>
        }
        value={kind}
      />
      {form.kind === kind && more && <div className={styles.more}>{more}</div>}
    </div>
  );
  return (
    <div className={styles.root}>
      <div className={styles.lead}>
        <p className={styles.sentence}>{t('lead')}</p>
        {keychain === null && <p className={styles.sentence}>{t('noKeychain')}</p>}
      </div>
      <Field
        aria-label={label}
        validationMessage={tried && form.kind === null ? t('fault') : null}
        validationState={tried && form.kind === null ? 'error' : 'none'}
      >
        <RadioGroup
          aria-label={label}
          className={styles.options}
          onChange={(_, { value }) => onChange({ ...form, kind: Protection.parse(value) })}
          required
          value={form.kind ?? ''}
        >
          {keychain !== null &&
            option(
              'keychain',
              <>
                {t('keychain', { name: keychain })}
                <Badge appearance="tint" size="small">
                  {t('recommended')}
                </Badge>
              </>,
              t('keychainText'),
              null,
            )}
          {option(
            'passphrase',
            t('passphrase'),
            t('passphraseText'),
            <NewPassphrase
              label={passphrase('label')}
              onChange={(typed) => onChange({ ...form, ...typed })}
              tried={tried}
              value={form}
            />,
          )}
          {option(
            'none',
            t('none'),
            t('noneText'),
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('noneWarning')}</MessageBarBody>
            </MessageBar>,
          )}
        </RadioGroup>
      </Field>
    </div>
  );
}
