import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationKind, InvitationStatus } from '#shared/model/invitation.ts';

const OPEN: ReadonlySet<InvitationStatus> = new Set(['drafted', 'exported', 'sent', 'forwarded']);

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** Warns that a customer has an invitation of this kind that nobody has answered yet: a second one would puzzle it. */
export function OpenInvitation({ customer, kind }: { readonly customer: Dossier; readonly kind: InvitationKind }) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const { closeDialog, openPage, openCustomer, openTab } = useView();
  const open = customer.invitations
    .filter((invitation) => invitation.kind === kind && OPEN.has(invitation.status))
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const [newest] = open;
  if (!newest) return null;
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline">
      <MessageBarBody>
        {t('composer.openAlready', {
          count: open.length,
          reference: newest.id,
          status: t(`terms.invitationStatus.${newest.status}`),
          when: format.relative(newest.history.at(-1)?.at ?? newest.createdAt),
        })}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          onClick={() => {
            closeDialog();
            openPage('customers');
            openCustomer(customer.id);
            openTab('invitations');
          }}
          size="small"
        >
          {t('composer.showIt')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
