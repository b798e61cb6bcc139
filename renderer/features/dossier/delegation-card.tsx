import { Badge, type BadgeProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import { durationDays, isPast } from './delegation-order.ts';
import { FactList } from './fact-list.tsx';
import { usePartnerName } from './partners.ts';
import { useWords } from './words.ts';

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

/** Reminders go out 30 days before the end. */
const SOON = 30;

function colourOf(status: DelegationStatus): NonNullable<BadgeProps['color']> {
  if (status === 'active' || status === 'approved') return 'success';
  if (status === 'expiring' || status === 'approvalPending' || status === 'terminationRequested') return 'warning';
  return isPast(status) ? 'subtle' : 'informative';
}

/** One delegation: what it is called, how it stands, when it ends, and which roles and groups it gives. */
export function DelegationCard({ delegation }: { readonly delegation: Delegation }) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const partnerName = usePartnerName();
  const styles = useStyles();
  const { kind, name, status, roles, assignments, autoExtend, duration, service } = delegation;
  const days = duration === null ? null : durationDays(duration);
  const title = name ?? (kind === 'dap' ? t('terms.delegationKindLong.dap') : t('dossier.delegations.unnamed'));
  return (
    <article aria-label={title} className={mergeClasses(styles.card, isPast(status) && styles.past)}>
      <div className={styles.head}>
        <h4 className={styles.name}>{title}</h4>
        <Badge appearance="tint" color={colourOf(status)}>
          {t(`terms.delegationStatus.${status}`)}
        </Badge>
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
                  value:
                    roles === null ? null : roles.length === 0 ? (
                      t('dossier.delegations.roles', { count: 0 })
                    ) : (
                      <details>
                        <summary>{t('dossier.delegations.roles', { count: roles.length })}</summary>
                        <ul className={styles.list}>
                          {roles.map((role) => (
                            <li key={role}>{words.role(role)}</li>
                          ))}
                        </ul>
                      </details>
                    ),
                },
                {
                  label: t('dossier.delegations.groupsLabel'),
                  value:
                    assignments === null ? null : assignments.length === 0 ? (
                      t('dossier.delegations.groups', { count: 0 })
                    ) : (
                      <details>
                        <summary>{t('dossier.delegations.groups', { count: assignments.length })}</summary>
                        <ul className={styles.list}>
                          {assignments.map((assignment) => (
                            <li key={assignment.id}>
                              <span className={styles.guid}>{assignment.group}</span>
                              {' · '}
                              {t(`terms.assignmentStatus.${assignment.status}`)}
                              {' · '}
                              {format.list(assignment.roles.map(words.role))}
                            </li>
                          ))}
                        </ul>
                      </details>
                    ),
                },
              ]),
        ]}
      />
      <Provenance of={delegation.provenance} />
    </article>
  );
}

function End({ delegation: { endsAt, status, kind } }: { readonly delegation: Delegation }) {
  const t = useT('dossier.delegations');
  const format = useFormat();
  const styles = useStyles();
  if (endsAt === null)
    return kind === 'gdap' && !isPast(status) ? <span className={styles.end}>{t('endsUnknown')}</span> : null;
  const days = format.days(endsAt);
  const past = days < 0 || isPast(status);
  return (
    <span className={mergeClasses(styles.end, !past && days <= SOON && styles.soon)} title={format.dateTime(endsAt)}>
      {days < 0 ? t('ended', { days: -days }) : t('endsIn', { days })}
      {' · '}
      {format.date(endsAt)}
    </span>
  );
}
