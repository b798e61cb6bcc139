import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Settings } from '#shared/model/settings.ts';

const Theme = Settings.shape.theme;

interface Props {
  readonly value: Settings['theme'];
  readonly onChange: (theme: Settings['theme']) => void;
}

/** Light, dark, or as the system has it. */
export function ThemeChoice({ value, onChange }: Props) {
  const t = useT('window.settings');
  return (
    <Field label={t('theme')}>
      <RadioGroup layout="horizontal" onChange={(_, data) => onChange(Theme.parse(data.value))} value={value}>
        {Theme.options.map((theme) => (
          <Radio key={theme} label={t(`themes.${theme}`)} value={theme} />
        ))}
      </RadioGroup>
    </Field>
  );
}
