import { makeStyles } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { MailPreview } from '#renderer/features/invitations/mail-preview.tsx';
import { useSettled } from '#renderer/features/invitations/use-settled.ts';
import type { InvitationKind, Language } from '#shared/model/invitation.ts';

/** In ms. */
const TYPING_PATIENCE = 300;

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', height: '320px' } });

interface Written {
  readonly kind: InvitationKind;
  readonly language: Language;
  readonly subject: string;
  /** An empty one will not be in the mail. */
  readonly paragraphs: readonly string[];
}

/** The mail that the words make for an invented customer, once they have stopped changing. */
export function useTemplatePreview({ kind, language, subject, paragraphs }: Written) {
  const written = useMemo(() => ({ subject, paragraphs: [...paragraphs] }), [subject, paragraphs]);
  const words = useSettled(written, TYPING_PATIENCE);
  const { data, error } = useQuery(
    orpc.invitations.templates.preview.queryOptions({
      input: { kind, language, ...words },
      placeholderData: keepPreviousData,
    }),
  );
  // What stays when nothing is said in words of one's own is what nobody may change.
  const { data: locked } = useQuery(
    orpc.invitations.templates.preview.queryOptions({ input: { kind, language, subject: '—', paragraphs: [] } }),
  );
  // Words that will not do leave the mail as it was before them.
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return { mail: data ?? last ?? null, locked: locked ?? null, error };
}

/** What a customer would read. */
export function TemplatePreview({
  language,
  preview: { mail, locked, error },
}: {
  readonly language: Language;
  readonly preview: ReturnType<typeof useTemplatePreview>;
}) {
  const t = useT('templateManager.form');
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <MailPreview language={language} locked={locked} mail={mail} stale={error !== null} to={t('previewTo')} />
    </div>
  );
}
