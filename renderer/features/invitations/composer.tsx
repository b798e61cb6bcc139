import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import { likelyLanguage } from '#shared/model/customer-language.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import type { InvitationKind, Language, ReceivedLink } from '#shared/model/invitation.ts';
import { type Exported, exportInvitation } from './carry-out.ts';
import { ExportMenu } from './export-menu.tsx';
import { LanguageField } from './language-field.tsx';
import { LinkField } from './link-field.tsx';
import { MailPreview } from './mail-preview.tsx';
import { OpenInvitation } from './open-invitation.tsx';
import { ReceivedChoice } from './received-choice.tsx';
import { RecipientField } from './recipient-field.tsx';
import { BUILT_IN, mailWords, type TypedWords } from './typed-words.ts';
import { useMail } from './use-mail.ts';
import type { WayOut } from './way-out.tsx';
import type { Way } from './ways.ts';
import { WordsFields } from './words-fields.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minHeight: 0, flexGrow: 1 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 9fr) minmax(0, 11fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    minHeight: 0,
    flexGrow: 1,
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'none' },
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minHeight: 0,
    overflowY: 'auto',
    // The outline of a focused field must not be cut off.
    padding: '2px',
    paddingInlineEnd: tokens.spacingHorizontalS,
    margin: '-2px',
    '& > *': { flexShrink: 0 },
  },
  preview: { display: 'flex', flexDirection: 'column', minHeight: '240px' },
  actions: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  error: { flexGrow: 1, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly customer: Dossier;
  readonly way: Way;
  /** The received link to begin with. */
  readonly received: InvitationId | null;
  /** Begin in the link field: the form came back after another one. */
  readonly focusLink: boolean;
  readonly onCancel: () => void;
  readonly onExported: (exported: Exported) => void;
}

/** Link, recipient, language and words, each checked as it is typed, beside the mail that they make. */
export function Composer({ customer, way, received: startReceived, focusLink, onExported, onCancel }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const openReceive = useView((view) => view.openReceive);
  const window = useLanguage();
  const forwarding = way.flow === 'forward';
  const links = useReceivedLinks(forwarding);
  const [pasted, setPasted] = useState('');
  const [chosen, setChosen] = useState<InvitationId | null>(startReceived);
  const [to, setTo] = useState('');
  const [said, setLanguage] = useState<Language | null>(null);
  const [words, setWords] = useState<TypedWords>(BUILT_IN);
  const [left, setLeft] = useState(false);
  const received = forwarding ? (links.find(({ id }) => id === chosen) ?? onlyOpen(links, way)) : null;
  // Our provider may have said what the customer reads.
  const language =
    said ??
    received?.language ??
    likelyLanguage({ name: customer.name.value, domain: customer.domain?.value ?? null }, window);
  const draft = {
    customer: customer.id,
    link: forwarding ? (received?.link ?? '') : pasted,
    received: received?.id ?? null,
    to,
    language,
    words: mailWords(words),
  };
  const { reading, linkError, mail, lastMail, locked, errorAt } = useMail(draft);
  const kind = reading?.kind ?? received?.kind ?? kindOf(way);
  const exporting = useMutation({
    mutationFn: (out: WayOut | null) => exportInvitation(draft, out),
    onSuccess: async (exported) => {
      onExported(exported);
      const areas = [orpc.customers, orpc.invitations.list];
      await Promise.all(areas.map((area) => queries.invalidateQueries({ queryKey: area.key() })));
    },
  });
  const refused = exporting.error ?? errorAt('draft');
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        if (mail) exporting.mutate(null);
      }}
    >
      <div className={styles.columns}>
        <div className={styles.form}>
          {way.flow === 'gdap' && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{t('inviting.gdap.first')}</MessageBarBody>
            </MessageBar>
          )}
          {forwarding ? (
            <ReceivedChoice
              chosen={received?.id ?? null}
              links={links}
              onChoose={({ id }) => setChosen(id)}
              onTakeIn={() => openReceive({ customer: customer.id })}
              way={way}
            />
          ) : null}
          {(!forwarding || received) && (
            <LinkField
              error={linkError ?? errorAt('link')}
              expected={kindOf(way)}
              focus={focusLink}
              link={draft.link}
              onChange={forwarding ? null : setPasted}
              reading={reading}
            />
          )}
          <OpenInvitation customer={customer} kind={kind} />
          <RecipientField
            error={left ? errorAt('recipient') : null}
            hint={t('inviting.toHint')}
            label={t('inviting.to')}
            onChange={setTo}
            onLeave={() => setLeft(true)}
            placeholder={t('inviting.toPlaceholder')}
            to={to}
          />
          <LanguageField
            hint={t('inviting.languageHint')}
            label={t('inviting.language')}
            language={language}
            onChange={setLanguage}
          />
          <WordsFields
            kind={kind}
            language={language}
            onChange={setWords}
            paragraphsError={errorAt('paragraphs')}
            subjectError={errorAt('subject')}
            words={words}
          />
        </div>
        <div className={styles.preview}>
          <MailPreview
            language={language}
            locked={locked}
            mail={mail ?? lastMail}
            stale={mail === null && lastMail !== null}
            to={to.trim()}
          />
        </div>
      </div>
      <div className={styles.actions}>
        {refused && (
          <Text className={styles.error} role="alert">
            {problemText(refused)}
          </Text>
        )}
        <Button onClick={onCancel}>{t('inviting.cancel')}</Button>
        <ExportMenu disabled={mail === null} onChoose={(out) => exporting.mutate(out)} pending={exporting.isPending} />
      </div>
    </form>
  );
}

const kindOf = ({ flow }: Way): InvitationKind => (flow === 'gdap' ? 'gdap' : 'reseller');

function useReceivedLinks(wanted: boolean): readonly ReceivedLink[] {
  const { data } = useQuery({ ...orpc.invitations.received.list.queryOptions(), enabled: wanted });
  return data ?? [];
}

/** There is nothing to choose where only one may be forwarded. */
function onlyOpen(links: readonly ReceivedLink[], { received }: Way): ReceivedLink | null {
  const open = received.filter(({ answer }) => answer.decision);
  return open.length === 1 ? (links.find(({ id }) => id === open[0]?.id) ?? null) : null;
}
