import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import { type Invitation, type InvitationKind, isOut } from '#shared/model/invitation.ts';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

interface Props {
  readonly customer: Dossier;
  readonly kind: InvitationKind;
  /** The saved draft that is being continued. */
  readonly continued: InvitationId | null;
  /** Whether nothing was typed yet that going on with another draft would throw away. */
  readonly untouched: boolean;
}

/** Warns that a customer has an invitation of this kind that nobody has answered yet, or that one is drafted already. */
export function OpenInvitation({ customer, kind, continued, untouched }: Props) {
  const ofKind = customer.invitations
    .filter((invitation) => invitation.kind === kind && invitation.id !== continued)
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  return (
    <>
      <Unanswered customer={customer} open={ofKind.filter(isOut)} />
      <Drafted customer={customer} drafts={ofKind.filter(({ status }) => status === 'drafted')} untouched={untouched} />
    </>
  );
}

/** A second mail would puzzle the customer. */
function Unanswered({ customer, open }: { readonly customer: Dossier; readonly open: readonly Invitation[] }) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const { closeDialog, openPage, openCustomer, openTab } = useView();
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

/** Somebody began this before: it can be continued instead of begun again, so long as nothing else was begun. */
function Drafted({
  customer,
  drafts,
  untouched,
}: Pick<Props, 'customer' | 'untouched'> & { readonly drafts: readonly Invitation[] }) {
  const t = useT('composer.draft');
  const format = useFormat();
  const styles = useStyles();
  const { openInvite } = useView();
  const [newest] = drafts;
  if (!newest) return null;
  return (
    <MessageBar className={styles.bar} intent="info" layout="multiline">
      <MessageBarBody>
        {t('already', {
          count: drafts.length,
          reference: newest.id,
          who: newest.author,
          when: format.relative(newest.createdAt),
        })}
      </MessageBarBody>
      {untouched && (
        <MessageBarActions>
          <Button onClick={() => openInvite(customer.id, { draft: newest.id })} size="small">
            {t('continue')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
