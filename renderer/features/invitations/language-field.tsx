import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { LANGUAGES, Language } from '#shared/model/invitation.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly language: Language;
  readonly onChange: (language: Language) => void;
}

/** The language of a mail, which is its reader's and not the window's. */
export function LanguageField({ label, hint, language, onChange }: Props) {
  const t = useT('terms.languages');
  return (
    <Field hint={hint} label={label}>
      <RadioGroup
        layout="horizontal"
        onChange={(_, { value }) => onChange(Language.catch(language).parse(value))}
        value={language}
      >
        {LANGUAGES.map((offered) => (
          <Radio key={offered} label={t(offered)} value={offered} />
        ))}
      </RadioGroup>
    </Field>
  );
}
