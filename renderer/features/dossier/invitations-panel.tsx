import { Badge, Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { MailAddRegular, MailInboxRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { FactList } from './fact-list.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  to: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  prepared: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  open: { marginLeft: 'auto' },
  said: { flexBasis: '100%', ':empty': { display: 'none' } },
  mono: {
    display: 'inline-flex',
    alignItems: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The invitations prepared for a customer, newest first. */
export function InvitationsPanel({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier.invitations');
  const styles = useStyles();
  if (dossier.invitations.length === 0) {
    return (
      <EmptyState
        action={<Prepare customer={dossier.id} />}
        compact
        icon={<MailInboxRegular />}
        text={t('emptyText')}
        title={t('emptyTitle')}
      />
    );
  }
  const newestFirst = [...dossier.invitations].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  return (
    <ul className={styles.list}>
      {newestFirst.map((invitation) => (
        <li key={invitation.id}>
          <InvitationCard customer={dossier.id} invitation={invitation} />
        </li>
      ))}
    </ul>
  );
}

function Prepare({ customer }: { readonly customer: CustomerId }) {
  const t = useT('dossier.header');
  const openInvite = useView((view) => view.openInvite);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button icon={<MailAddRegular />} onClick={() => openInvite(customer)} {...restoreFocus}>
      {t('prepareInvitation')}
    </Button>
  );
}

function InvitationCard({ customer, invitation }: { readonly customer: CustomerId; readonly invitation: Invitation }) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const { to, kind, status, language, author, id, file, link, createdAt } = invitation;
  return (
    <article aria-label={to} className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.to}>{to}</h3>
        <Badge appearance="tint" color={status === 'accepted' ? 'success' : 'informative'}>
          {t(`terms.invitationStatus.${status}`)}
        </Badge>
        <span className={styles.prepared} title={format.dateTime(createdAt)}>
          {t('dossier.invitations.prepared', { when: format.relative(createdAt) })}
        </span>
        {file !== null && <OpenDraft customer={customer} file={file} invitation={invitation} />}
      </div>
      <FactList
        facts={[
          { label: t('terms.facts.kind'), value: t(`terms.invitationKind.${kind}`) },
          { label: t('dossier.invitations.language'), value: t(`terms.languages.${language}`) },
          { label: t('dossier.invitations.author'), value: author },
          {
            label: t('dossier.invitations.reference'),
            value: (
              <span className={styles.mono}>
                {id}
                <CopyButton label={t('dossier.copy.reference', { reference: id })} text={id} />
              </span>
            ),
          },
          {
            label: t('dossier.invitations.file'),
            value: file === null ? t('dossier.invitations.noFile') : <span title={file}>{fileName(file)}</span>,
          },
          { label: t('dossier.invitations.link'), value: <span className={styles.mono}>{link}</span> },
        ]}
      />
    </article>
  );
}

function OpenDraft({
  customer,
  invitation,
  file,
}: {
  readonly customer: CustomerId;
  readonly invitation: Invitation;
  readonly file: string;
}) {
  const t = useT('dossier.invitations');
  const styles = useStyles();
  const problemText = useProblemText();
  const open = useMutation(orpc.invitations.open.mutationOptions());
  return (
    <>
      <Button
        aria-label={t('openOf', { to: invitation.to })}
        className={styles.open}
        disabledFocusable={open.isPending}
        onClick={() => open.mutate({ customer, invitation: invitation.id })}
        size="small"
      >
        {t('open')}
      </Button>
      <Text className={styles.said} role="status" size={200}>
        {open.isSuccess && (open.data.opened ? t('opened') : t('notOpened', { file: fileName(file) }))}
        {open.isError && problemText(open.error)}
      </Text>
    </>
  );
}

/** The last part of a path of either kind of system. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
