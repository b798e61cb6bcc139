import { Button, makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { type Flow, isPassable, type Way } from './ways.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(216px, 1fr))',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  chosen: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThin} solid Highlight` },
  },
  radio: { '& label': { fontWeight: tokens.fontWeightSemibold } },
  foot: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    minHeight: '24px',
    marginTop: '-6px',
    paddingInlineStart: '34px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  said: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  why: { marginInlineStart: 'auto', minWidth: 0, flexShrink: 0 },
});

interface Props {
  readonly ways: readonly Way[];
  readonly chosen: Flow | null;
  readonly onChoose: (flow: Flow) => void;
  /** The way whose answer stands explained. */
  readonly explained: Flow | null;
  readonly onWhy: (flow: Flow | null) => void;
}

/** The ways of inviting a customer, each with the policy's answer; one that is not open says by which rule, and why. */
export function FlowChoice({ ways, chosen, onChoose, explained, onWhy }: Props) {
  const t = useT('composer.ways');
  const styles = useStyles();
  return (
    <RadioGroup
      aria-label={t('label')}
      className={styles.root}
      onChange={(_, { value }) => {
        const way = ways.find(({ flow }) => flow === value);
        if (way) onChoose(way.flow);
      }}
      value={chosen ?? ''}
    >
      {ways.map((way) => (
        <div className={mergeClasses(styles.card, way.flow === chosen && styles.chosen)} key={way.flow}>
          <Radio className={styles.radio} disabled={!isPassable(way)} label={t(way.flow)} value={way.flow} />
          <div className={styles.foot}>
            <Answer named={ways.length < 3} way={way} />
            {way.answer !== null && (
              <Button
                appearance="transparent"
                aria-label={t('whyOf', { way: t(way.flow) })}
                aria-pressed={explained === way.flow}
                className={styles.why}
                onClick={() => onWhy(explained === way.flow ? null : way.flow)}
                size="small"
              >
                {t('why')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </RadioGroup>
  );
}

/** `named`: there is room for the name of the rule. */
function Answer({ way: { answer, received, flow }, named }: { readonly way: Way; readonly named: boolean }) {
  const t = useT('composer.ways');
  const styles = useStyles();
  const words = useWords();
  if (answer === null) return <span className={styles.said}>{t('noneReceived')}</span>;
  const { outcome, rule } = answer.context;
  const count = flow === 'forward' && outcome === 'allow' ? t('receivedCount', { count: received.length }) : null;
  return (
    <>
      <OutcomeMark outcome={outcome} />
      <Text className={styles.said} size={200} title={`${rule} ${words.ruleName(rule)}`}>
        {count ?? (named ? `${rule} ${words.ruleName(rule)}` : rule)}
      </Text>
    </>
  );
}
