import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { MailAddRegular, MailInboxRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { InvitationCard } from '#renderer/features/invitations/pipeline/invitation-card.tsx';
import { useInvitationMenu } from '#renderer/features/invitations/pipeline/invitation-menu.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
});

/** The invitations prepared for a customer, newest first: what became of each, and what can be done. */
export function InvitationsPanel({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier.invitations');
  const styles = useStyles();
  const { menu, open } = useInvitationMenu({ inDossier: true });
  const { data, error, refetch } = useQuery({
    ...orpc.invitations.list.queryOptions({ input: { customer: dossier.id, limit: 100_000 } }),
    enabled: dossier.invitations.length > 0,
  });
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
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={4} />;
  const newestFirst = [...data.items].sort(
    (a, b) => Date.parse(b.invitation.createdAt) - Date.parse(a.invitation.createdAt),
  );
  return (
    <>
      <ul className={styles.list}>
        {newestFirst.map((row) => (
          <li key={row.invitation.id}>
            <InvitationCard dossier={dossier} onMenu={open} row={row} />
          </li>
        ))}
      </ul>
      {menu}
    </>
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
