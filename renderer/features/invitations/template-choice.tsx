import { Dropdown, Field, makeStyles, Option, OptionGroup } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { InvitationTemplate } from '#shared/model/invitation.ts';

const BUILT_IN = 'built-in';

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%' },
  list: { maxHeight: '280px' },
});

interface Props {
  readonly templates: readonly InvitationTemplate[];
  readonly chosen: InvitationTemplate | null;
  /** What was chosen has been changed since. */
  readonly edited: boolean;
  readonly onChoose: (template: InvitationTemplate | null) => void;
}

/** The words to begin with: the built-in ones, or a template of one's own or of the workspace. */
export function TemplateChoice({ templates, chosen, edited, onChoose }: Props) {
  const t = useT('composer.words');
  const styles = useStyles();
  const name = chosen?.name ?? t('builtIn');
  const groups = (['personal', 'shared'] as const).map((scope) => ({
    scope,
    of: templates.filter((template) => template.scope === scope),
  }));
  return (
    <Field label={t('template')}>
      <Dropdown
        className={styles.box}
        inlinePopup
        listbox={{ className: styles.list }}
        onOptionSelect={(_, { optionValue }) => onChoose(templates.find(({ id }) => id === optionValue) ?? null)}
        positioning={{ strategy: 'fixed', overflowBoundaryPadding: 8 }}
        selectedOptions={[chosen?.id ?? BUILT_IN]}
        value={edited ? t('edited', { name }) : name}
      >
        <Option text={t('builtIn')} value={BUILT_IN}>
          {t('builtIn')}
        </Option>
        {groups
          .filter(({ of }) => of.length > 0)
          .map(({ scope, of }) => (
            <OptionGroup key={scope} label={t(`scopes.${scope}`)}>
              {of.map((template) => (
                <Option key={template.id} text={template.name} value={template.id}>
                  {template.name}
                </Option>
              ))}
            </OptionGroup>
          ))}
      </Dropdown>
    </Field>
  );
}
