import { Button, makeStyles, Subtitle1, Tooltip, tokens } from '@fluentui/react-components';
import { DismissRegular, SearchInfoRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useView } from '#renderer/app/view.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { RuleId } from '#shared/model/policy.ts';
import { CloudOnly } from './cloud-only.tsx';
import { DecidedCustomers } from './decided-customers.tsx';
import { EffectsInWords } from './effects.tsx';
import type { FindableRule } from './matching.ts';
import { useRuleTable } from './rule-table.ts';
import { RuleText } from './rule-text.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  titles: { flexGrow: 1, minWidth: 0 },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
  },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
  },
  name: { display: 'block', margin: 0, textWrap: 'balance' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    outlineOffset: '-2px',
    // It scrolls rather than squeeze what it holds.
    '& > *': { flexShrink: 0 },
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
  },
});

interface Props {
  readonly rule: RuleId;
  readonly workspace: OpenWorkspace;
}

/** One rule in full: what it says, whom it concerns, what it rests on, and for how many customers it decides today. */
export function RulePane({ rule, workspace }: Props) {
  const t = useT('ruleBrowser');
  const { rules } = useRuleTable();
  if (rules === undefined) return <Loading />;
  const found = rules.find((entry) => entry.rule === rule);
  if (!found) return <EmptyState icon={<SearchInfoRegular />} title={t('nothing.title')} />;
  return <OpenRule rule={found} workspace={workspace} />;
}

function OpenRule({ rule, workspace }: { readonly rule: FindableRule; readonly workspace: OpenWorkspace }) {
  const t = useT();
  const styles = useStyles();
  const id = useId();
  const setRule = useView((view) => view.setRule);
  const { cloud, staff } = workspace.profile;
  const close = t('ruleBrowser.close');
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <div className={styles.marks}>
            <span className={styles.id}>{rule.rule}</span>
            <CloudOnly clouds={rule.clouds} />
            {rule.effects.length > 0 && <EffectsInWords of={rule.effects} />}
          </div>
          <Subtitle1 as="h2" className={styles.name} id={id}>
            {rule.name}
          </Subtitle1>
        </div>
        <Tooltip content={close} relationship="label" withArrow>
          <Button appearance="subtle" icon={<DismissRegular />} onClick={() => setRule(null)} />
        </Tooltip>
      </header>
      <section
        aria-labelledby={id}
        className={styles.body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
        tabIndex={0}
      >
        <RuleText held={staff.roles} of={rule}>
          <DecidedCustomers ours={cloud} rule={rule} />
        </RuleText>
      </section>
    </div>
  );
}
