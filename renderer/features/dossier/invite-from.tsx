import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { MailAddRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Capability } from '#shared/model/policy.ts';
import { asksForInvitation } from './answers.ts';
import { answersFor } from './answers-query.ts';

interface Props {
  readonly answer: Capability;
  readonly customer: CustomerId;
}

/** Offers to prepare an invitation from an explanation, where an invitation is what brings the access and we may send one. */
export function InviteFrom({ answer, customer }: Props) {
  const wanted = asksForInvitation(answer);
  const { data: decision } = useQuery({
    ...orpc.invitations.eligibility.queryOptions({ input: { customer } }),
    enabled: wanted !== null,
  });
  const { data: answers } = useQuery({ ...answersFor(customer), enabled: wanted === 'delegation' });
  // "Cannot tell" leaves the way open: the customer decides what it grants.
  const requestable =
    answers?.some(({ action, context }) => action === 'delegation.request' && context.outcome !== 'deny') ?? false;
  const offered = decision?.decision === true && (wanted === 'invitation' || (wanted === 'delegation' && requestable));
  return offered ? <InviteButton customer={customer} /> : null;
}

function InviteButton({ customer }: { readonly customer: CustomerId }) {
  const t = useT('explain.ways');
  const openInvite = useView((view) => view.openInvite);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button icon={<MailAddRegular />} onClick={() => openInvite(customer)} size="small" {...restoreFocus}>
      {t('prepareInvitation')}
    </Button>
  );
}
