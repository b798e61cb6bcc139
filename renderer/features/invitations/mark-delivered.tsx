import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, SendRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  said: { color: tokens.colorNeutralForeground2, ':empty': { display: 'none' } },
});

interface Props {
  readonly customer: CustomerId;
  readonly invitation: Invitation;
}

/** Says that the mail has gone out: sent where the link is ours, forwarded where it is our provider's. It can be undone. */
export function MarkDelivered({ customer, invitation }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const profile = useProfile();
  const renew = {
    onSuccess: async () => {
      await Promise.all(
        [orpc.customers, orpc.invitations.list].map((area) => queries.invalidateQueries({ queryKey: area.key() })),
      );
    },
  };
  const mark = useMutation(orpc.invitations.mark.mutationOptions(renew));
  const undo = useMutation(orpc.invitations.undo.mutationOptions(renew));
  const now = undo.data ?? mark.data ?? invitation;
  const delivered = now.status === 'sent' || now.status === 'forwarded';
  const to = profile !== null && invitation.createdBy !== profile.partner.tenantId ? 'forwarded' : 'sent';
  const error = mark.error ?? undo.error;
  const said = t(`terms.invitationStatus.${now.status}`);
  return (
    <div className={styles.root}>
      <Text className={styles.said} role="status" size={200}>
        {error && problemText(error)}
        {!error && delivered && t('composer.after.marked', { status: said })}
        {!error && !delivered && undo.data && t('composer.after.undone', { status: said })}
      </Text>
      <Button
        disabledFocusable={mark.isPending || undo.isPending}
        icon={delivered ? <ArrowUndoRegular /> : <SendRegular />}
        onClick={() => {
          if (delivered) {
            undo.mutate({ customer, invitation: invitation.id });
          } else {
            undo.reset();
            mark.mutate({ customer, invitation: invitation.id, status: to });
          }
        }}
      >
        {delivered ? t('composer.after.undo') : t(`composer.after.${to === 'sent' ? 'markSent' : 'markForwarded'}`)}
      </Button>
    </div>
  );
}
