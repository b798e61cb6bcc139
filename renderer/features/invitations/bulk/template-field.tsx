import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { InvitationTemplate, Language } from '#shared/model/invitation.ts';
import { alike } from './namesake.ts';

const BUILT_IN = 'built-in';

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%' },
  list: { maxHeight: '240px' },
});

interface Props {
  /** Of the kind that the link has. */
  readonly templates: readonly InvitationTemplate[];
  readonly chosen: string | null;
  readonly language: Language | 'customer';
  readonly onChoose: (template: string | null) => void;
}

/** The words of all the mails: the built-in ones, or a template, which stands for its namesakes in other languages. */
export function TemplateField({ templates, chosen, language, onChoose }: Props) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const offered = templates.filter((one, at) =>
    language === 'customer' ? templates.findIndex((other) => alike(one, other)) === at : one.language === language,
  );
  /** In several languages a template can only be used where it has a namesake in each. */
  const nameOf = (template: InvitationTemplate) => {
    if (language !== 'customer') return template.name;
    const languages = templates
      .filter((other) => alike(template, other))
      .map((one) => t(`terms.languages.${one.language}`));
    return t('bulk.templateIn', { name: template.name, languages: format.list(languages) });
  };
  const template = offered.find(({ id }) => id === chosen);
  return (
    <Field label={t('bulk.template')}>
      <Dropdown
        className={styles.box}
        inlinePopup
        listbox={{ className: styles.list }}
        onOptionSelect={(_, { optionValue }) => onChoose(offered.find(({ id }) => id === optionValue)?.id ?? null)}
        positioning={{ strategy: 'fixed', overflowBoundaryPadding: 8 }}
        selectedOptions={[template?.id ?? BUILT_IN]}
        value={template ? nameOf(template) : t('bulk.builtIn')}
      >
        <Option text={t('bulk.builtIn')} value={BUILT_IN}>
          {t('bulk.builtIn')}
        </Option>
        {offered.map((one) => (
          <Option key={one.id} text={nameOf(one)} value={one.id}>
            {nameOf(one)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
