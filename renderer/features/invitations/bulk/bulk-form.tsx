import { Dropdown, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { LANGUAGES, Language } from '#shared/model/invitation.ts';
import { AddressesField, type BadAddress } from './addresses-field.tsx';
import { namesake } from './namesake.ts';
import { SourceFields, type TypedSource, type useSource } from './source-fields.tsx';
import { TemplateField } from './template-field.tsx';
import type { TypedBulk } from './use-bulk.ts';

const EACH = 'customer';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minHeight: 0,
    overflow: 'auto',
    // Room for the focus outlines, which the scrolling edge would cut off.
    padding: '2px',
    margin: '-2px',
  },
  box: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly source: TypedSource;
  readonly sourceState: ReturnType<typeof useSource>;
  readonly typed: TypedBulk;
  readonly bad: readonly BadAddress[];
  readonly onSource: (source: TypedSource) => void;
  readonly onChange: (change: Partial<TypedBulk>) => void;
}

/** What all the mails have in common (link, language, words) and the list of addresses. */
export function BulkForm({ source, sourceState, typed, bad, onSource, onChange }: Props) {
  const t = useT();
  const styles = useStyles();
  const { data: templates = [] } = useQuery(orpc.invitations.templates.list.queryOptions());
  const kind = sourceState.ready?.kind ?? 'reseller';
  const { language, template } = typed;
  const languageName = (one: Language | typeof EACH) =>
    one === EACH ? t('bulk.eachOwn') : t(`terms.languages.${one}`);
  return (
    <div className={styles.root}>
      <SourceFields onChange={onSource} state={sourceState} typed={source} />
      <Field label={t('bulk.language')}>
        <Dropdown
          className={styles.box}
          inlinePopup
          onOptionSelect={(_, { optionValue }) => {
            const chosen = Language.safeParse(optionValue).data ?? EACH;
            onChange({ language: chosen, template: namesake(templates, template, chosen) });
          }}
          positioning={{ strategy: 'fixed' }}
          selectedOptions={[language]}
          value={languageName(language)}
        >
          {([EACH, ...LANGUAGES] as const).map((one) => (
            <Option key={one} text={languageName(one)} value={one}>
              {languageName(one)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <TemplateField
        chosen={template}
        language={language}
        onChoose={(chosen) => onChange({ template: chosen })}
        templates={templates.filter((one) => one.kind === kind)}
      />
      <AddressesField bad={bad} onChange={(addresses) => onChange({ addresses })} text={typed.addresses} />
    </div>
  );
}
