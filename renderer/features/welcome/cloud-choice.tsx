import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Cloud } from '#shared/model/partner.ts';
import { ProfileField } from './profile-field.tsx';
import type { Fault } from './profile-form.ts';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column' },
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly value: Cloud | '';
  readonly options: readonly Cloud[];
  readonly fault: Fault | undefined;
  readonly className?: string;
  readonly onChange: (cloud: Cloud) => void;
}

/** Which of the two clouds the partner works in. */
export function CloudChoice({ value, options, fault, className, onChange }: Props) {
  const t = useT();
  const styles = useStyles();
  const meaning = {
    '21vianet': t('window.welcome.cloud21vianetText'),
    global: t('window.welcome.cloudGlobalText'),
  };
  return (
    <ProfileField className={className} fault={fault} label={t('window.welcome.cloud')} required>
      <RadioGroup layout="horizontal" onChange={(_, data) => onChange(Cloud.parse(data.value))} value={value}>
        {options.map((cloud) => (
          <Radio
            key={cloud}
            label={
              <span className={styles.option}>
                <span>{t(`terms.cloud.${cloud}`)}</span>
                <span className={styles.text}>{meaning[cloud]}</span>
              </span>
            }
            value={cloud}
          />
        ))}
      </RadioGroup>
    </ProfileField>
  );
}
