import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import { Fragment } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { ANSWER_GROUPS, groupOf } from '#renderer/features/policy/answers.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { StaffPermission } from '#shared/contract/policy.ts';
import { StaffRole } from '#shared/model/partner.ts';
import { useStaffMatrix } from './rule-table.ts';

const LINE = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  caption: {
    captionSide: 'bottom',
    paddingTop: tokens.spacingVerticalS,
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
  },
  corner: { textAlign: 'start', verticalAlign: 'bottom', fontWeight: tokens.fontWeightSemibold },
  role: { width: '36px', textAlign: 'center', padding: `0 0 ${tokens.spacingVerticalXS}`, verticalAlign: 'bottom' },
  // Upright where the script is written so, turned to be read from below where it is not.
  roleName: {
    display: 'inline-block',
    writingMode: 'vertical-rl',
    maxHeight: '128px',
    transform: 'rotate(180deg)',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    ':lang(zh)': { transform: 'none', textAlign: 'end' },
  },
  ourRole: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  ourCell: { backgroundColor: tokens.colorBrandBackground2 },
  group: {
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: LINE,
  },
  action: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  cell: {
    textAlign: 'center',
    padding: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  tick: { display: 'block', margin: '0 auto', fontSize: '14px', color: tokens.colorStatusSuccessForeground1 },
  unseen: UNSEEN,
});

/** Which Partner Center role permits which action; the roles of the workspace's own staff member stand out. */
export function StaffMatrix({ held }: { readonly held: readonly StaffRole[] }) {
  const { data, error, refetch } = useStaffMatrix();
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <Matrix held={held} permissions={data} />;
}

function Matrix({
  held,
  permissions,
}: {
  readonly held: readonly StaffRole[];
  readonly permissions: readonly StaffPermission[];
}) {
  const t = useT();
  const styles = useStyles();
  const nameOf = ({ action, kind }: StaffPermission) =>
    kind === null
      ? t(`terms.actions.${action}`)
      : t('dossier.answers.withDetail', {
          action: t(`terms.actions.${action}`),
          detail: t(`terms.delegationKind.${kind}`),
        });
  const groups = ANSWER_GROUPS.map((group) => ({
    group,
    members: permissions.filter(({ action }) => groupOf(action) === group),
  })).filter(({ members }) => members.length > 0);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('ruleBrowser.staffMatrix.caption')}</caption>
      <thead>
        <tr>
          <th className={styles.corner} scope="col">
            {t('ruleBrowser.filter.action')}
          </th>
          {StaffRole.options.map((role) => (
            <th className={styles.role} key={role} scope="col">
              <RoleName held={held.includes(role)} role={role} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group, members }) => (
          <Fragment key={group}>
            <tr>
              <th className={styles.group} colSpan={StaffRole.options.length + 1} scope="colgroup">
                {t(`dossier.answers.groups.${group}`)}
              </th>
            </tr>
            {members.map((permission) => (
              <tr key={`${permission.action} ${permission.kind}`}>
                <th className={styles.action} scope="row">
                  {nameOf(permission)}
                </th>
                {StaffRole.options.map((role) => (
                  <td className={mergeClasses(styles.cell, held.includes(role) && styles.ourCell)} key={role}>
                    {permission.roles.includes(role) && <CheckmarkFilled aria-hidden="true" className={styles.tick} />}
                    <span className={styles.unseen}>
                      {t(permission.roles.includes(role) ? 'terms.outcome.allow' : 'terms.outcome.deny')}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function RoleName({ role, held }: { readonly role: StaffRole; readonly held: boolean }) {
  const t = useT();
  const styles = useStyles();
  const name = t(`terms.staffRoles.${role}`);
  if (!held) return <span className={styles.roleName}>{name}</span>;
  return (
    <>
      <span aria-hidden="true" className={mergeClasses(styles.roleName, styles.ourRole)}>
        {name}
      </span>
      <span className={styles.unseen}>{t('ruleBrowser.staffMatrix.yours', { role: name })}</span>
    </>
  );
}
