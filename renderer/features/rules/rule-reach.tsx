import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { ANSWER_GROUPS, groupOf } from '#renderer/features/policy/answers.ts';
import type { RuleEntry } from '#shared/contract/policy.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(34%) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  what: { margin: 0, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  side: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** What a rule speaks of: the actions, the programs of ours, and the roles on either side. */
export function RuleReach({ rule }: { readonly rule: RuleEntry }) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const { actions, programs, roles, customerRoles } = rule;
  const groups = ANSWER_GROUPS.map((group) => ({
    group,
    members: actions.filter((action) => groupOf(action) === group),
  })).filter(({ members }) => members.length > 0);

  const line = (name: string, what: ReactNode) => (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.what}>{what}</dd>
    </>
  );
  /** Names under a line that says whose they are. */
  const named = (whose: string, names: readonly string[]) =>
    names.length > 0 && (
      <div key={whose}>
        <div className={styles.side}>{whose}</div>
        <ul className={styles.list}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <dl className={styles.root}>
      {line(
        t('ruleBrowser.reach.actions'),
        groups.length === 0
          ? t('ruleBrowser.reach.everyAction')
          : groups.map(({ group, members }) =>
              named(
                t(`dossier.answers.groups.${group}`),
                members.map((action) => t(`terms.actions.${action}`)),
              ),
            ),
      )}
      {line(
        t('ruleBrowser.reach.programs'),
        programs.length === 0
          ? t('ruleBrowser.reach.anyProgram')
          : format.list(programs.map((program) => t(`terms.programs.${program}`))),
      )}
      {line(
        t('ruleBrowser.reach.roles'),
        roles.length === 0 && customerRoles.length === 0 ? (
          t('ruleBrowser.reach.anyRole')
        ) : (
          <>
            {named(
              t('ruleBrowser.filter.staffRoles'),
              roles.map((role) => t(`terms.staffRoles.${role}`)),
            )}
            {named(
              t('ruleBrowser.filter.customerRoles'),
              customerRoles.map((role) => t(`ruleBrowser.customerRoles.${role}`)),
            )}
          </>
        ),
      )}
    </dl>
  );
}
