import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { MailAddRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';
import type { Capability } from '#shared/model/policy.ts';
import { invitationAfter } from './answers.ts';
import { answersFor, eligibilityFor } from './answers-query.ts';

interface Props {
  readonly answer: Capability;
  readonly customer: CustomerId;
}

/** Offers to prepare the mail that an answer calls for, where we may send it. */
export function InviteFrom({ answer, customer }: Props) {
  const cloud = useProfile()?.cloud;
  const wanted = cloud ? invitationAfter(answer, cloud) : null;
  const kind = wanted?.kind ?? 'reseller';
  const { data: decision } = useQuery({ ...eligibilityFor(customer, kind), enabled: wanted !== null });
  const { data: answers } = useQuery({ ...answersFor(customer), enabled: wanted?.for === 'dap' });
  // "Cannot tell" leaves the way open: the customer decides what it grants.
  const requestable =
    wanted?.for !== 'dap' ||
    answers?.some(
      ({ action, properties, context }) =>
        action === 'delegation.request' && properties.kind === 'dap' && context.outcome !== 'deny',
    );
  // In a dialog that invites already, its own ways stand above; the one here would lose what was typed or picked.
  const inviting = useView(
    ({ dialog }) => dialog !== null && typeof dialog === 'object' && ('invite' in dialog || 'bulk' in dialog),
  );
  const offered = wanted !== null && decision?.decision === true && requestable === true && !inviting;
  return offered ? <InviteButton customer={customer} kind={kind} /> : null;
}

function InviteButton({ customer, kind }: { readonly customer: CustomerId; readonly kind: InvitationKind }) {
  const t = useT('explain.ways');
  const openInvite = useView((view) => view.openInvite);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button
      icon={<MailAddRegular />}
      onClick={() => openInvite(customer, kind === 'gdap' ? { flow: 'gdap' } : {})}
      size="small"
      {...restoreFocus}
    >
      {t(kind === 'gdap' ? 'requestGdap' : 'prepareInvitation')}
    </Button>
  );
}
