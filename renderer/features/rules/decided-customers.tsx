import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons';
import { flushSync } from 'react-dom';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { OutcomeIcon } from '#renderer/ui/outcome-mark.tsx';
import type { RuleEntry } from '#shared/contract/policy.ts';
import { Cloud } from '#shared/model/partner.ts';
import { Outcome } from '#shared/model/policy.ts';
import { useDeciding } from './rule-table.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minHeight: '32px',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flexGrow: 1, flexBasis: '180px', minWidth: 0 },
  outcomes: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
  },
  outcome: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
});

interface Props {
  readonly rule: RuleEntry;
  /** The cloud of this workspace. */
  readonly ours: Cloud;
}

/** Of how many customers it decides an answer to which outcome. */
function ByOutcome({ counts }: { readonly counts: Readonly<Record<Outcome, number>> | undefined }) {
  const t = useT();
  const styles = useStyles();
  if (!counts) return null;
  return (
    <div className={styles.outcomes}>
      {Outcome.options
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <span className={styles.outcome} key={outcome}>
            <OutcomeIcon outcome={outcome} outlined />
            {t('ruleBrowser.deciding.so', { answer: t(`terms.outcome.${outcome}`), count: counts[outcome] })}
          </span>
        ))}
    </div>
  );
}

/** For how many customers of this workspace a rule decides an answer now, and the way to their list. */
export function DecidedCustomers({ rule: { rule, clouds }, ours }: Props) {
  const t = useT();
  const styles = useStyles();
  const { data, error } = useDeciding();
  const listDecidedBy = useView((view) => view.listDecidedBy);
  // What hinders the count stands above the list.
  if (error) return null;
  const count = data?.customers[rule] ?? 0;

  const text = () => {
    if (!clouds.includes(ours)) {
      const others = Cloud.options.filter((cloud) => clouds.includes(cloud));
      return others.map((cloud) => t('ruleBrowser.deciding.otherCloud', { cloud: t(`terms.cloud.${cloud}`) }));
    }
    if (!data) return t('ruleBrowser.deciding.counting');
    return count === 0 ? t('ruleBrowser.deciding.none') : t('ruleBrowser.deciding.some', { count, of: data.of });
  };
  return (
    <div className={styles.root}>
      <div className={styles.text}>
        {text()}
        {count > 0 && <ByOutcome counts={data?.outcomes[rule]} />}
      </div>
      {count > 0 && (
        <Button
          icon={<PeopleRegular />}
          onClick={() => {
            // The page goes, and the focus with it: it stays with the list that comes.
            flushSync(() => listDecidedBy(rule));
            document.getElementById('list')?.focus();
          }}
          size="small"
        >
          {t('ruleBrowser.deciding.show')}
        </Button>
      )}
    </div>
  );
}
