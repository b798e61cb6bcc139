import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { problemOf, useProblemText } from '#renderer/app/problem.ts';
import type { InvitationKind, InvitationTemplate, Language } from '#shared/model/invitation.ts';
import { paragraphOf } from './draft-field.ts';
import { ParagraphField } from './paragraph-field.tsx';
import { SaveTemplate } from './save-template.tsx';
import { TemplateChoice } from './template-choice.tsx';
import {
  BUILT_IN,
  type BuiltInWords,
  fromTemplate,
  isEdited,
  shownWords,
  type TypedWords,
  withParagraph,
} from './typed-words.ts';
import { useInsertion, VariableChips } from './variable-chips.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  template: { flexGrow: 1, flexBasis: '160px', minWidth: 0 },
});

interface Props {
  readonly kind: InvitationKind;
  readonly language: Language;
  readonly words: TypedWords;
  readonly onChange: Dispatch<SetStateAction<TypedWords>>;
  readonly subjectError: unknown;
  readonly paragraphsError: unknown;
}

/** The words of the mail that may be changed: its subject and its first paragraphs, from a template or as built in. */
export function WordsFields({ kind, language, words, onChange, subjectError, paragraphsError }: Props) {
  const t = useT('composer.words');
  const styles = useStyles();
  const problemText = useProblemText();
  const root = useRef<HTMLDivElement>(null);
  const { place, insert } = useInsertion(root);
  const { data: builtIn } = useQuery(orpc.invitations.templates.builtIn.queryOptions({ input: { kind, language } }));
  const { data: all } = useQuery(orpc.invitations.templates.list.queryOptions());
  const templates = (all ?? []).filter((one) => one.kind === kind && one.language === language);
  const chosen = all?.find(({ id }) => id === words.template) ?? null;
  useTemplateOfLanguage({ all: all ?? [], chosen, kind, language, words, onChange });
  if (!builtIn) return null;
  const shown = shownWords(words, builtIn);
  const problem = problemOf(paragraphsError);
  const faulty = paragraphsError ? (problem ? paragraphOf(problem, shown.paragraphs) : 0) : null;
  const edited = isEdited(words, chosen);
  return (
    <div className={styles.root} ref={root}>
      <div className={styles.head}>
        <div className={styles.template}>
          <TemplateChoice
            chosen={chosen}
            edited={edited}
            onChoose={(template) => onChange(template === null ? BUILT_IN : fromTemplate(template))}
            templates={templates}
          />
        </div>
        <Button
          disabledFocusable={!edited}
          icon={<ArrowResetRegular />}
          onClick={() => onChange(chosen === null ? BUILT_IN : fromTemplate(chosen))}
        >
          {t('reset')}
        </Button>
        <SaveTemplate
          from={chosen}
          kind={kind}
          language={language}
          onSaved={(template) => onChange(fromTemplate(template))}
          shown={shown}
        />
      </div>
      <Field
        label={t('subject')}
        {...(subjectError ? { validationMessage: problemText(subjectError), validationState: 'error' as const } : {})}
      >
        <Input
          lang={language}
          onChange={(_, { value }) => onChange((now) => ({ ...now, subject: value }))}
          onFocus={({ currentTarget }) => {
            place.current = { field: currentTarget, write: (subject) => onChange((now) => ({ ...now, subject })) };
          }}
          value={shown.subject}
        />
      </Field>
      {shown.paragraphs.map((paragraph, at) => (
        <ParagraphField
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is named by its place
          key={at}
          at={at + 1}
          language={language}
          onChange={(text) => onChange((now) => withParagraph(now, builtIn, at, text))}
          onFocus={(field) => {
            place.current = { field, write: (text) => onChange((now) => withParagraph(now, builtIn, at, text)) };
          }}
          onPutBack={() => onChange((now) => withParagraph(now, builtIn, at, originalParagraph(builtIn, chosen, at)))}
          problem={at === faulty ? problemText(paragraphsError) : null}
          text={paragraph}
        />
      ))}
      <VariableChips onInsert={insert} variables={builtIn.variables} />
    </div>
  );
}

/** What a removed paragraph comes back with. */
function originalParagraph(builtIn: BuiltInWords, template: InvitationTemplate | null, at: number): string {
  return template?.paragraphs[at] || builtIn.paragraphs[at] || '';
}

/**
 * A template is written in one language for one kind. When either changes, its namesake takes its place, or else the
 * built-in words; what somebody wrote themselves stays.
 */
function useTemplateOfLanguage({
  all,
  chosen,
  kind,
  language,
  words,
  onChange,
}: Pick<Props, 'kind' | 'language' | 'words' | 'onChange'> & {
  readonly all: readonly InvitationTemplate[];
  readonly chosen: InvitationTemplate | null;
}): void {
  const misfit = chosen !== null && (chosen.language !== language || chosen.kind !== kind);
  useEffect(() => {
    if (!misfit || chosen === null) return;
    const namesake = all.find((one) => one.name === chosen.name && one.language === language && one.kind === kind);
    if (isEdited(words, chosen)) onChange({ ...words, template: null });
    else onChange(namesake ? fromTemplate(namesake) : BUILT_IN);
  }, [misfit, all, chosen, kind, language, words, onChange]);
}
