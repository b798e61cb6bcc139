import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { references } from '#shared/model/partner.ts';
import type { Way } from './ways.ts';

/** What must be made in the vendor's portal before there is a link to send: a GDAP relationship, or a joint invitation (R04). */
export function PortalFirst({ way: { answer, flow } }: { readonly way: Way }) {
  const t = useT('inviting');
  const format = useFormat();
  const profile = useProfile();
  const isJoint = flow === 'create' && answer?.properties.provider !== undefined;
  if (flow !== 'gdap' && !isJoint) return null;
  const providers = references(profile?.providers).map(({ name, tenantId }) => name ?? tenantId);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {isJoint ? t('jointFirst', { providers: format.list(providers) }) : t('gdap.first')}
      </MessageBarBody>
    </MessageBar>
  );
}
