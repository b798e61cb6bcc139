import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FilterDismissRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { ALL_OUR_RULES, type RoleOf, type RuleFilter, useView } from '#renderer/app/view.ts';
import { ANSWER_GROUPS, groupOf } from '#renderer/features/policy/answers.ts';
import { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { ActionName, CustomerRole } from '#shared/model/policy.ts';
import { type ChoiceGroup, FilterMenu } from './filter-menu.tsx';
import { type FindableRule, narrows } from './matching.ts';

/** Stands for "do not narrow by this". */
const ALL = 'all';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    margin: 0,
    border: 'none',
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  clear: { fontWeight: tokens.fontWeightRegular, minWidth: 0 },
});

const keyOf = (role: RoleOf | null) => (role === null ? ALL : `${role.side} ${role.role}`);

interface Props {
  readonly rules: readonly FindableRule[];
  /** The cloud of this workspace. */
  readonly ours: Cloud;
}

/** Cloud, program, role and action narrow the rules; one button clears them all. */
export function RuleFilters({ rules, ours }: Props) {
  const t = useT();
  const styles = useStyles();
  const filter = useView((view) => view.ruleFilter);
  const setFilter = useView((view) => view.setRuleFilter);

  const choice = (key: string, label: string, change: Partial<RuleFilter>) => ({
    key,
    label,
    choose: () => setFilter(change),
  });
  const clouds: ChoiceGroup = {
    heading: null,
    choices: [
      ...Cloud.options.map((cloud) =>
        choice(cloud, t(`terms.cloud.${cloud}`), { cloud: cloud === ours ? 'ours' : cloud }),
      ),
      choice(ALL, t('ruleBrowser.filter.bothClouds'), { cloud: null }),
    ],
  };
  const programs: ChoiceGroup = {
    heading: null,
    choices: [
      choice(ALL, t('ruleBrowser.filter.anyProgram'), { program: null }),
      ...Program.options.map((program) => choice(program, t(`terms.programs.${program}`), { program })),
    ],
  };
  const roleChoice = (label: string, role: RoleOf) => choice(keyOf(role), label, { role });
  const spokenOf = new Set(rules.flatMap(({ customerRoles }) => customerRoles));
  const roles: readonly ChoiceGroup[] = [
    { heading: null, choices: [choice(ALL, t('ruleBrowser.filter.anyRole'), { role: null })] },
    {
      heading: t('ruleBrowser.filter.staffRoles'),
      choices: StaffRole.options.map((role) => roleChoice(t(`terms.staffRoles.${role}`), { side: 'staff', role })),
    },
    {
      heading: t('ruleBrowser.filter.customerRoles'),
      choices: CustomerRole.options
        .filter((role) => spokenOf.has(role))
        .map((role) => roleChoice(t(`ruleBrowser.customerRoles.${role}`), { side: 'customer', role })),
    },
  ];
  const actions: readonly ChoiceGroup[] = [
    { heading: null, choices: [choice(ALL, t('ruleBrowser.filter.anyAction'), { action: null })] },
    ...ANSWER_GROUPS.map((group) => ({
      heading: t(`dossier.answers.groups.${group}`),
      choices: ActionName.options
        .filter((action) => groupOf(action) === group)
        .map((action) => choice(action, t(`terms.actions.${action}`), { action })),
    })),
  ];
  return (
    <fieldset aria-label={t('ruleBrowser.filter.label')} className={styles.root}>
      <FilterMenu
        chosen={filter.cloud === 'ours' ? ours : (filter.cloud ?? ALL)}
        groups={[clouds]}
        name={t('ruleBrowser.filter.cloud')}
        narrowing={filter.cloud !== null}
      />
      <FilterMenu
        chosen={filter.program ?? ALL}
        groups={[programs]}
        name={t('ruleBrowser.filter.program')}
        narrowing={filter.program !== null}
      />
      <FilterMenu
        chosen={keyOf(filter.role)}
        groups={roles.filter(({ choices }) => choices.length > 0)}
        name={t('ruleBrowser.filter.role')}
        narrowing={filter.role !== null}
      />
      <FilterMenu
        chosen={filter.action ?? ALL}
        groups={actions}
        name={t('ruleBrowser.filter.action')}
        narrowing={filter.action !== null}
      />
      {narrows({ ...filter, search: '' }) && (
        <Button
          appearance="subtle"
          className={styles.clear}
          icon={<FilterDismissRegular />}
          onClick={() => {
            setFilter({ ...ALL_OUR_RULES, search: filter.search });
            // This button goes with what it stands for; the focus stays with the list.
            document.getElementById('list')?.focus();
          }}
          size="small"
        >
          {t('ruleBrowser.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
}
