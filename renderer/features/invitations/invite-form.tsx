import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { DocumentArrowDownRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useWords } from '#renderer/features/dossier/words.ts';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import { type Invitation, LANGUAGES, Language } from '#shared/model/invitation.ts';
import type { Decision } from '#shared/model/policy.ts';
import { likelyLanguage } from './customer-language.ts';
import { MailPreview } from './mail-preview.tsx';
import { useMail } from './use-mail.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minHeight: 0, flexGrow: 1 },
  may: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  rule: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    minHeight: 0,
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  link: {
    '& textarea': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      overflowWrap: 'anywhere',
    },
  },
  preview: { display: 'flex', flexDirection: 'column', minHeight: '340px', height: 'min(52vh, 460px)' },
  actions: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  error: { flexGrow: 1, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly customer: Dossier;
  readonly decision: Decision;
  /** Begin in the link field: the form came back after another one. */
  readonly focusLink: boolean;
  readonly onCancel: () => void;
  readonly onExported: (exported: { readonly invitation: Invitation; readonly path: string }) => void;
}

/** Link, recipient and language, each checked as it is typed, beside the mail that they make. */
export function InviteForm({ customer, decision, focusLink, onExported, onCancel }: Props) {
  const t = useT();
  const styles = useStyles();
  const words = useWords();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const window = useLanguage();
  const [link, setLink] = useState('');
  const [to, setTo] = useState('');
  const [toLeft, setToLeft] = useState(false);
  const [language, setLanguage] = useState<Language>(() =>
    likelyLanguage({ name: customer.name.value, domain: customer.domain?.value ?? null }, window),
  );
  const { reading, linkError, mail, mailError } = useMail({ customer: customer.id, link, to, language });
  const exporting = useMutation(
    orpc.invitations.export.mutationOptions({
      onSuccess: async (exported) => {
        onExported(exported);
        await queries.invalidateQueries({ queryKey: orpc.customers.key() });
      },
    }),
  );
  const { rule } = decision.context;
  const linkSaid = linkError || reading;
  const toSaid = toLeft && mailError;
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setToLeft(true);
        if (mail) exporting.mutate({ customer: customer.id, link: link.trim(), to: to.trim(), language });
      }}
    >
      <div className={styles.may}>
        <OutcomeMark iconOnly outcome="allow" />
        <DotLine>
          {t('inviting.mayTitle')}
          <span className={styles.rule}>{t('dossier.answers.ruleAndName', { rule, name: words.ruleName(rule) })}</span>
        </DotLine>
      </div>
      <div className={styles.columns}>
        <div className={styles.form}>
          <Field
            label={t('inviting.link')}
            required
            {...(!linkSaid && { hint: t('inviting.linkHint') })}
            {...(linkError && { validationMessage: problemText(linkError), validationState: 'error' })}
            {...(reading && {
              validationMessage: [
                t('inviting.linkFrom', { host: reading.host }),
                reading.kind === null ? t('inviting.kindUnknown') : t(`terms.invitationKind.${reading.kind}`),
              ].join(' · '),
              validationState: reading.kind === null ? 'warning' : 'success',
            })}
          >
            <Textarea
              className={styles.link}
              onChange={(_, { value }) => setLink(value)}
              {...(focusLink && { ref: takeFocus })}
              resize="vertical"
              rows={4}
              spellCheck={false}
              value={link}
            />
          </Field>
          <Field
            label={t('inviting.to')}
            required
            {...(!toSaid && { hint: t('inviting.toHint') })}
            {...(toSaid && { validationMessage: problemText(mailError), validationState: 'error' })}
          >
            <Input
              autoComplete="off"
              inputMode="email"
              onBlur={() => setToLeft(true)}
              onChange={(_, { value }) => setTo(value)}
              placeholder={t('inviting.toPlaceholder')}
              spellCheck={false}
              value={to}
            />
          </Field>
          <Field hint={t('inviting.languageHint')} label={t('inviting.language')}>
            <RadioGroup
              layout="horizontal"
              onChange={(_, { value }) => setLanguage(Language.catch(language).parse(value))}
              value={language}
            >
              {LANGUAGES.map((offered) => (
                <Radio key={offered} label={t(`terms.languages.${offered}`)} value={offered} />
              ))}
            </RadioGroup>
          </Field>
        </div>
        <div className={styles.preview}>
          <MailPreview language={language} mail={mail} to={to.trim()} />
        </div>
      </div>
      <div className={styles.actions}>
        {exporting.isError && (
          <Text className={styles.error} role="alert">
            {problemText(exporting.error)}
          </Text>
        )}
        <Button onClick={onCancel}>{t('inviting.cancel')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={mail === null || exporting.isPending}
          icon={<DocumentArrowDownRegular />}
          type="submit"
        >
          {t(exporting.isPending ? 'inviting.exporting' : 'inviting.export')}
        </Button>
      </div>
    </form>
  );
}
