import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { systemLanguage } from '#renderer/app/system-language.ts';
import { LANGUAGES, Language } from '#shared/model/invitation.ts';

const SYSTEM = 'system';

interface Props {
  /** `null` follows the system. */
  readonly value: Language | null;
  readonly onChange: (language: Language | null) => void;
}

/** The window's language; each is named in itself, so that it can be found from any other. */
export function LanguageChoice({ value, onChange }: Props) {
  const t = useT();
  const { data: about } = useQuery(orpc.about.queryOptions());
  const system = systemLanguage(about?.locale);
  return (
    <Field hint={t('window.settings.languageHint')} label={t('window.settings.language')}>
      <RadioGroup
        onChange={(_, data) => onChange(data.value === SYSTEM ? null : Language.parse(data.value))}
        value={value ?? SYSTEM}
      >
        <Radio
          label={t('window.settings.languageSystem', { language: t(`terms.languages.${system}`) })}
          value={SYSTEM}
        />
        {LANGUAGES.map((language) => (
          <Radio
            key={language}
            label={<span lang={language}>{t(`terms.languages.${language}`)}</span>}
            value={language}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
