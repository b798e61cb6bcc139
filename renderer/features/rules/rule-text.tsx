import { makeStyles, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { SourceLine } from '#renderer/ui/source-line.tsx';
import type { RuleEntry } from '#shared/contract/policy.ts';
import type { StaffRole } from '#shared/model/partner.ts';
import { RuleReach } from './rule-reach.tsx';
import { StaffMatrix } from './staff-matrix.tsx';

/** The rule that is the staff matrix: which actions it speaks of for whom stands there. */
const STAFF_RULE = 'R08';

const useStyles = makeStyles({
  statement: {
    margin: 0,
    maxWidth: '68ch',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    textWrap: 'pretty',
    userSelect: 'text',
  },
  note: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  noteIcon: { fontSize: '20px', color: tokens.colorNeutralForeground2, '& svg': { display: 'block' } },
  noteText: { margin: 0, maxWidth: '68ch', textWrap: 'pretty', userSelect: 'text' },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  readonly of: RuleEntry;
  /** The roles that our own staff member holds. */
  readonly held: readonly StaffRole[];
  /** Stands below what the rule says. */
  readonly children?: ReactNode;
}

/** What a rule says, where its sources differ, whom and what it concerns, and what it rests on. */
export function RuleText({ of: rule, held, children }: Props) {
  const t = useT();
  const styles = useStyles();
  const words = useWords();
  const note = words.ruleNote(rule.rule);
  return (
    <>
      <p className={styles.statement}>{words.ruleStatement(rule.rule)}</p>
      {children}
      {note !== null && (
        <div className={styles.note}>
          <span aria-hidden="true" className={styles.noteIcon}>
            <InfoRegular />
          </span>
          <div>
            <h3 className={styles.heading}>{t('dossier.explanation.disagree')}</h3>
            <p className={styles.noteText}>{note}</p>
          </div>
        </div>
      )}
      {rule.rule === STAFF_RULE ? (
        <div className={styles.part}>
          <h3 className={styles.heading}>{t('ruleBrowser.staffMatrix.title')}</h3>
          <StaffMatrix held={held} />
        </div>
      ) : (
        <RuleReach rule={rule} />
      )}
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('ruleBrowser.sources')}</h3>
        {rule.sources.length === 0 && <SourceLine of={null} />}
        {rule.sources.map((source, index) => (
          <SourceLine key={`${source.title} ${source.url}`} of={source} place={{ rule: rule.rule, source: index }} />
        ))}
      </div>
    </>
  );
}
