import { Badge, type BadgeProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { durationDays, isPast } from '#renderer/app/delegation-order.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { DelegationActs } from '#renderer/features/outbox/delegation-acts.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { GoneBadge } from '#renderer/features/sync/gone-badge.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { endToTell } from './delegation-end.ts';

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  past: { backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  end: { marginLeft: 'auto', color: tokens.colorNeutralForeground2 },
  soon: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  guid: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

function colourOf(status: DelegationStatus): NonNullable<BadgeProps['color']> {
  if (status === 'active' || status === 'approved') return 'success';
  if (status === 'expiring' || status === 'approvalPending' || status === 'terminationRequested') return 'warning';
  return isPast(status) ? 'subtle' : 'informative';
}

/** One delegation: what it is called, how it stands, when it ends, and which roles and groups it gives. */
export function DelegationCard({
  customer,
  delegation,
}: {
  readonly customer: CustomerId;
  readonly delegation: Delegation;
}) {
  const t = useT();
  const partnerName = usePartnerName();
  const styles = useStyles();
  const { kind, name, status, autoExtend, duration, service, goneUpstream } = delegation;
  const days = duration === null ? null : durationDays(duration);
  const title = name ?? (kind === 'dap' ? t('terms.delegationKindLong.dap') : t('dossier.delegations.unnamed'));
  return (
    <article
      aria-label={title}
      className={mergeClasses(styles.card, (isPast(status) || goneUpstream !== undefined) && styles.past)}
    >
      <div className={styles.head}>
        <h4 className={styles.name}>{title}</h4>
        <Badge appearance="tint" color={colourOf(status)}>
          {t(`terms.delegationStatus.${status}`)}
        </Badge>
        {goneUpstream && <GoneBadge gone={goneUpstream} />}
        <End delegation={delegation} />
      </div>
      <FactList
        facts={[
          { label: t('dossier.delegations.holder'), value: partnerName(delegation.partner) },
          ...(kind === 'dap'
            ? [
                {
                  label: t('dossier.delegations.service'),
                  value: service === '*' ? t('dossier.delegations.allServices') : service,
                },
              ]
            : [
                {
                  label: t('dossier.delegations.durationLabel'),
                  value: [
                    days === null ? duration : t('dossier.delegations.duration', { days }),
                    autoExtend === null
                      ? t('dossier.delegations.autoExtendUnknown')
                      : t(autoExtend ? 'dossier.delegations.autoExtend' : 'dossier.delegations.noAutoExtend'),
                  ]
                    .filter((part) => part !== null)
                    .join(' · '),
                },
                {
                  label: t('dossier.delegations.rolesLabel'),
                  value: delegation.roles && <RolesFact roles={delegation.roles} />,
                },
                {
                  label: t('dossier.delegations.groupsLabel'),
                  value: delegation.assignments && <GroupsFact assignments={delegation.assignments} />,
                },
              ]),
        ]}
      />
      <Provenance of={delegation.provenance} />
      <DelegationActs customer={customer} delegation={delegation} title={title} />
    </article>
  );
}

function RolesFact({ roles }: { readonly roles: NonNullable<Delegation['roles']> }) {
  const t = useT('dossier.delegations');
  const words = useWords();
  const styles = useStyles();
  const count = t('roles', { count: roles.length });
  if (roles.length === 0) return count;
  return (
    <Disclosure label={count}>
      <ul className={styles.list}>
        {roles.map((role) => (
          <li key={role}>{words.role(role)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function GroupsFact({ assignments }: { readonly assignments: NonNullable<Delegation['assignments']> }) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const styles = useStyles();
  const count = t('dossier.delegations.groups', { count: assignments.length });
  if (assignments.length === 0) return count;
  return (
    <Disclosure label={count}>
      <ul className={styles.list}>
        {assignments.map(({ id, group, roles, status }) => (
          <li key={id}>
            <DotLine>
              <span className={styles.guid}>{group}</span>
              {t(`terms.assignmentStatus.${status}`)}
              {format.list(roles.map(words.role))}
            </DotLine>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** When it ends, or extends itself: counted in days while it is in force, as a mere date once it is over. */
function End({ delegation: { endsAt, status, kind, autoExtend } }: { readonly delegation: Delegation }) {
  const t = useT('dossier.delegations');
  const format = useFormat();
  const styles = useStyles();
  if (endsAt === null)
    return kind === 'gdap' && !isPast(status) ? <span className={styles.end}>{t('endsUnknown')}</span> : null;
  const days = format.days(endsAt);
  const date = format.date(endsAt);
  const { words, soon } = endToTell({ status, autoExtend }, days);
  const counted = words === 'endsIn' || words === 'extendsIn' || words === 'ended';
  return (
    <span className={mergeClasses(styles.end, soon && styles.soon)} title={format.dateTime(endsAt)}>
      {counted ? [t(words, { days: Math.abs(days) }), date].join(' · ') : t(words, { date })}
    </span>
  );
}
