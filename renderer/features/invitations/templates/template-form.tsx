import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { ArrowResetRegular, SaveRegular } from '@fluentui/react-icons';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { problemOf, useProblemText } from '#renderer/app/problem.ts';
import { fieldOf, paragraphOf } from '#renderer/features/invitations/draft-field.ts';
import { useInsertion, VariableChips } from '#renderer/features/invitations/variable-chips.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { InvitationKind, InvitationTemplate, LANGUAGES, Language } from '#shared/model/invitation.ts';
import { TemplatePreview, useTemplatePreview } from './template-preview.tsx';

const Scope = InvitationTemplate.shape.scope;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  name: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
  choice: { flexBasis: '180px', minWidth: 0 },
  box: { minWidth: 0, width: '100%' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
  },
  startOver: { marginInlineEnd: 'auto' },
  error: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  /** The template to change; `null` for a new one. */
  readonly from: InvitationTemplate | null;
  readonly onDone: () => void;
}

/** The words of a template, with the mail that they make. */
export function TemplateForm({ from, onDone }: Props) {
  const t = useT('templateManager');
  const terms = useT('terms');
  const styles = useStyles();
  const window = useLanguage();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const root = useRef<HTMLFormElement>(null);
  const { place, insert } = useInsertion(root);
  const [id] = useState(() => from?.id ?? crypto.randomUUID());
  const [name, setName] = useState(from?.name ?? '');
  const [kind, setKind] = useState<InvitationKind>(from?.kind ?? 'reseller');
  const [language, setLanguage] = useState<Language>(from?.language ?? window);
  const [scope, setScope] = useState(from?.scope ?? 'personal');
  /** `null` is as built in: it follows kind and language, what somebody wrote does not. */
  const [ownSubject, setSubject] = useState(from?.subject ?? null);
  const [ownParagraphs, setParagraphs] = useState(() => from && twoOf(from.paragraphs));
  const [tried, setTried] = useState(false);
  const { data: builtIn = NOTHING } = useQuery(
    orpc.invitations.templates.builtIn.queryOptions({ input: { kind, language }, placeholderData: keepPreviousData }),
  );
  const subject = ownSubject ?? builtIn.subject;
  const paragraphs = useMemo(() => ownParagraphs ?? twoOf(builtIn.paragraphs), [ownParagraphs, builtIn]);
  const preview = useTemplatePreview({ kind, language, subject, paragraphs });
  const save = useMutation(
    orpc.invitations.templates.save.mutationOptions({
      onSuccess: (all) => {
        queries.setQueryData(orpc.invitations.templates.list.queryKey(), all);
        onDone();
      },
    }),
  );
  const problem = problemOf(preview.error);
  const at = preview.error ? fieldOf(problem, subject) : null;
  const faulty = at === 'paragraphs' && problem ? paragraphOf(problem, paragraphs) : null;
  const nameFault = tried && name.trim() === '' ? t('form.nameMissing') : null;
  const subjectFault =
    tried && subject.trim() === '' ? t('form.subjectMissing') : at === 'subject' ? problemText(preview.error) : null;
  const setParagraph = (index: number, text: string) =>
    setParagraphs((before) => (before ?? paragraphs).map((paragraph, one) => (one === index ? text : paragraph)));
  return (
    <form
      aria-label={from ? t('form.editTitle', { name: from.name }) : t('form.newTitle')}
      className={styles.root}
      noValidate
      ref={root}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '' || subject.trim() === '') return;
        const words = { subject: subject.trim(), paragraphs: [...paragraphs] };
        save.mutate({ id, name: name.trim(), kind, language, scope, ...words });
      }}
    >
      <h3 className={styles.title}>{from ? t('form.editTitle', { name: from.name }) : t('form.newTitle')}</h3>
      <div className={styles.row}>
        <Field className={styles.name} label={t('form.name')} required {...fault(nameFault)}>
          <Input maxLength={80} onChange={(_, { value }) => setName(value)} ref={takeFocus} value={name} />
        </Field>
        <Field className={styles.choice} label={t('form.kind')}>
          <Dropdown
            className={styles.box}
            disabled={from !== null}
            onOptionSelect={(_, { optionValue }) => setKind(InvitationKind.catch(kind).parse(optionValue))}
            selectedOptions={[kind]}
            value={terms(`invitationKind.${kind}`)}
          >
            {InvitationKind.options.map((one) => (
              <Option key={one} value={one}>
                {terms(`invitationKind.${one}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field className={styles.choice} label={t('form.language')}>
          <Dropdown
            className={styles.box}
            disabled={from !== null}
            onOptionSelect={(_, { optionValue }) => setLanguage(Language.catch(language).parse(optionValue))}
            selectedOptions={[language]}
            value={terms(`languages.${language}`)}
          >
            {LANGUAGES.map((one) => (
              <Option key={one} value={one}>
                {terms(`languages.${one}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      </div>
      <Field label={t('form.scope')}>
        <RadioGroup
          layout="horizontal"
          onChange={(_, { value }) => setScope(Scope.catch(scope).parse(value))}
          value={scope}
        >
          {Scope.options.map((one) => (
            <Radio key={one} label={t(`scopes.${one}`)} value={one} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('form.subject')} required {...fault(subjectFault)}>
        <Input
          lang={language}
          maxLength={200}
          onChange={(_, { value }) => setSubject(value)}
          onFocus={({ currentTarget }) => {
            place.current = { field: currentTarget, write: setSubject };
          }}
          value={subject}
        />
      </Field>
      {paragraphs.map((paragraph, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is named by its place
          key={index}
          hint={t('form.paragraphHint')}
          label={t('form.paragraph', { number: index + 1 })}
          {...fault(index === faulty ? problemText(preview.error) : null)}
        >
          <Textarea
            lang={language}
            maxLength={4000}
            onChange={(_, { value }) => setParagraph(index, value)}
            onFocus={({ currentTarget }) => {
              place.current = { field: currentTarget, write: (text) => setParagraph(index, text) };
            }}
            resize="vertical"
            rows={3}
            value={paragraph}
          />
        </Field>
      ))}
      <VariableChips onInsert={insert} variables={builtIn.variables} />
      <TemplatePreview language={language} preview={preview} />
      {save.isError && (
        <Text className={styles.error} role="alert" size={200}>
          {problemText(save.error)}
        </Text>
      )}
      <div className={styles.actions}>
        <Button
          appearance="subtle"
          className={styles.startOver}
          icon={<ArrowResetRegular />}
          onClick={() => {
            setSubject(null);
            setParagraphs(null);
          }}
        >
          {t('form.startOver')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
        <Button appearance="primary" disabledFocusable={save.isPending} icon={<SaveRegular />} type="submit">
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}

const NOTHING = { subject: '', paragraphs: [], variables: [] };

function twoOf(paragraphs: readonly string[]): readonly string[] {
  return [paragraphs[0] ?? '', paragraphs[1] ?? ''];
}

function fault(message: string | null) {
  return message === null ? {} : { validationMessage: message, validationState: 'error' as const };
}
