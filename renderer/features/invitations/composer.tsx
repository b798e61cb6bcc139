import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import type { Invitation, InvitationKind } from '#shared/model/invitation.ts';
import type { Exported } from './carry-out.ts';
import { ExportMenu } from './export-menu.tsx';
import { LanguageField } from './language-field.tsx';
import { LinkChoice } from './link-choice.tsx';
import { LinkField } from './link-field.tsx';
import { MailPreview } from './mail-preview.tsx';
import { OpenInvitation } from './open-invitation.tsx';
import { PortalFirst } from './portal-first.tsx';
import { ReceivedChoice } from './received-choice.tsx';
import { RecipientField } from './recipient-field.tsx';
import { SaveDraft } from './save-draft.tsx';
import { useComposed } from './use-composed.ts';
import { useMail } from './use-mail.ts';
import { useTypedDraft } from './use-typed-draft.ts';
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
  gone: { color: tokens.colorStatusWarningForeground2, textWrap: 'pretty' },
  error: { flexGrow: 1, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly customer: Dossier;
  readonly way: Way;
  /** The received link to begin with. */
  readonly received: InvitationId | null;
  /** The saved draft that is continued; `null` for a new invitation. */
  readonly saved: Invitation | null;
  /** Begin in the link field: the form came back after another one. */
  readonly focusLink: boolean;
  readonly onCancel: () => void;
  readonly onExported: (exported: Exported) => void;
}

/** Link, recipient, language and words, each checked as it is typed, beside the mail that they make. */
export function Composer({ customer, way, received: startReceived, saved, focusLink, onExported, onCancel }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const openReceive = useView((view) => view.openReceive);
  const form = useTypedDraft({ customer, way, received: startReceived, saved });
  const { draft, received } = form;
  const { language, to } = draft;
  const [left, setLeft] = useState(false);
  const { reading, linkError, mail, lastMail, locked, errorAt } = useMail(draft);
  const kind = reading?.kind ?? received?.kind ?? kindOf(way);
  const { exporting, saving } = useComposed(customer, draft, onExported);
  const refused = exporting.error ?? saving.error ?? errorAt('draft');
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
          <PortalFirst way={way} />
          {way.flow === 'forward' && (
            <ReceivedChoice
              chosen={received?.id ?? null}
              links={form.links}
              onChoose={({ id }) => form.choose(id)}
              onTakeIn={() => openReceive({ customer: customer.id })}
              way={way}
            />
          )}
          {form.linkGone && <Text className={styles.gone}>{t('composer.draft.linkGone')}</Text>}
          {received && (
            <LinkField
              error={linkError ?? errorAt('link')}
              expected="reseller"
              focus={false}
              link={received.link}
              onChange={null}
              reading={reading}
            />
          )}
          {way.flow !== 'forward' && !form.waiting && (
            <LinkChoice
              error={linkError ?? errorAt('link')}
              expected={kindOf(way)}
              focus={focusLink}
              onChange={form.setTyped}
              own={form.own}
              reading={reading}
              typed={form.typed}
            />
          )}
          <OpenInvitation continued={draft.draft} customer={customer} kind={kind} untouched={form.untouched} />
          <RecipientField
            error={left ? errorAt('recipient') : null}
            hint={t('inviting.toHint')}
            label={t('inviting.to')}
            onChange={form.setTo}
            onLeave={() => setLeft(true)}
            placeholder={t('inviting.toPlaceholder')}
            to={to}
          />
          <LanguageField
            hint={t('inviting.languageHint')}
            label={t('inviting.language')}
            language={language}
            onChange={form.setLanguage}
          />
          <WordsFields
            kind={kind}
            language={language}
            onChange={form.setWords}
            paragraphsError={errorAt('paragraphs')}
            subjectError={errorAt('subject')}
            words={draft.words}
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
        <SaveDraft
          disabled={reading === null || draft.to.trim() === ''}
          onSave={() => saving.mutate()}
          pending={saving.isPending}
        />
        <ExportMenu disabled={mail === null} onChoose={(out) => exporting.mutate(out)} pending={exporting.isPending} />
      </div>
    </form>
  );
}

const kindOf = ({ flow }: Way): InvitationKind => (flow === 'gdap' ? 'gdap' : 'reseller');
