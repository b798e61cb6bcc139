import { makeStyles } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { Decision } from '#shared/model/policy.ts';
import { assertNever } from '#shared/model/problem.ts';
import { isPast } from './delegation-order.ts';
import { ListPart } from './list-part.tsx';
import { usePartnerName, useProfile, useResellerName } from './partners.ts';
import { type Seen, seenFor } from './seen.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
});

interface Props {
  readonly context: Decision['context'];
  readonly customer: CustomerId;
  readonly subscription: SubscriptionId | null;
}

/** What the rules saw when they looked at this very customer, each fact with its provenance. */
export function SeenPart({ context, customer, subscription }: Props) {
  const t = useT('dossier.explanation');
  const styles = useStyles();
  const say = useSeenText();
  const profile = useProfile();
  const { data: dossier } = useQuery(orpc.customers.get.queryOptions({ input: { id: customer } }));
  if (!(dossier && profile)) return null;
  const found = dossier.subscriptions.find(({ id }) => id === subscription) ?? null;
  const seen = seenFor(context, { dossier, profile, subscription: found });
  return (
    <ListPart icon={<EyeRegular />} title={t('seen')}>
      {seen.map((one) => (
        <li className={styles.line} key={JSON.stringify(one)}>
          <span>{say(one)}</span>
          {one.provenance && <Provenance of={one.provenance} />}
        </li>
      ))}
    </ListPart>
  );
}

function useSeenText(): (seen: Seen) => string {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const partnerName = usePartnerName();
  const resellerName = useResellerName();
  const unknown = t('dossier.facts.notKnown');
  const line = (label: string, value: string | null) => t('dossier.seen.line', { label, value: value ?? unknown });
  return (seen) => {
    switch (seen.about) {
      case 'gdap':
        return [gdapText(seen), rolesText(seen)].filter((part) => part !== null).join(' · ');
      case 'gdap-none':
        return seen.listedAt === null
          ? t('dossier.seen.gdapNoneNeverListed')
          : t('dossier.seen.gdapNone', { date: format.date(seen.listedAt) });
      case 'gdap-never-listed':
        return t('dossier.seen.gdapNeverListed');
      case 'dap':
        if (seen.on === null) return t('dossier.seen.dapUnknown');
        return t(seen.on ? 'dossier.seen.dapOn' : 'dossier.seen.dapOff');
      case 'dap-of-service':
        return t('dossier.seen.dapOfService', {
          partner: partnerName(seen.partner),
          service: seen.service === '*' ? t('dossier.delegations.allServices') : seen.service,
          status: t(`terms.delegationStatus.${seen.status}`),
        });
      case 'transacting-partner':
        return line(t('dossier.facts.transactingPartner'), seen.partner && partnerName(seen.partner));
      case 'original-reseller':
        return line(t('dossier.facts.originalReseller'), seen.reseller && resellerName(seen.reseller));
      case 'channel':
        return line(t('dossier.facts.channel'), t(`terms.channels.${seen.channel}`));
      case 'status':
        return line(t('dossier.facts.status'), seen.status && t(`terms.subscriptionStatus.${seen.status}`));
      case 'service-model':
        return line(t('dossier.facts.serviceModel'), seen.model && t(`terms.serviceModel.${seen.model}`));
      case 'active-with-us':
        return line(t('terms.facts.activeSubscriptionsWithUs'), format.number(seen.count));
      case 'programs':
        return line(t('dossier.seen.programs'), format.list(seen.programs.map((one) => t(`terms.programs.${one}`))));
      case 'roles':
        return line(t('dossier.seen.roles'), format.list(seen.roles.map((one) => t(`terms.staffRoles.${one}`))));
      default:
        return assertNever(seen);
    }
  };

  function gdapText({ name, status, endsAt }: Extract<Seen, { about: 'gdap' }>): string {
    const named = { name: name ?? t('dossier.delegations.unnamed'), status: t(`terms.delegationStatus.${status}`) };
    if (endsAt === null) return t('dossier.seen.gdap', named);
    const date = format.date(endsAt);
    if (isPast(status)) {
      return status === 'expired' ? t('dossier.seen.gdapEnded', { ...named, date }) : t('dossier.seen.gdap', named);
    }
    return t('dossier.seen.gdapUntil', { ...named, date });
  }

  function rolesText({ roles }: Extract<Seen, { about: 'gdap' }>): string | null {
    if (roles === null) return null;
    if (roles.length === 0) return t('dossier.seen.gdapNoGroup');
    return t('dossier.seen.gdapRoles', { roles: format.list(roles.map(words.role)) });
  }
}
