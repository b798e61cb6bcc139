import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  BookRegular,
  InfoRegular,
  LightbulbRegular,
  QuestionCircleRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { Decision } from '#shared/model/policy.ts';
import { reasonsByRule } from './answers.ts';
import { SourceLine } from './source-line.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  rule: {
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  allow: { borderLeftColor: tokens.colorStatusSuccessBorderActive },
  deny: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  unknown: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  ruleName: { fontWeight: tokens.fontWeightSemibold },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    marginRight: tokens.spacingHorizontalXS,
  },
  subtle: { color: tokens.colorNeutralForeground2 },
  part: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalXS },
  icon: { fontSize: '16px', color: tokens.colorNeutralForeground2, paddingTop: '2px', '& svg': { display: 'block' } },
  partTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  reasons: { rowGap: tokens.spacingVerticalS },
  reasonHead: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
});

function Part({
  icon,
  title,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <span aria-hidden="true" className={styles.icon}>
        {icon}
      </span>
      <div>
        <p className={styles.partTitle}>{title}</p>
        {children}
      </div>
    </div>
  );
}

/** Why the policy answers as it does: the deciding rule, what is missing, what would change it, and every rule with its source. */
export function Explanation({ of: { context } }: { readonly of: Decision }) {
  const t = useT();
  const words = useWords();
  const styles = useStyles();
  const statement = words.ruleStatement(context.rule);
  const reasons = reasonsByRule(context.reasons);
  const notes = [...new Set(reasons.map(({ rule }) => words.ruleNote(rule)))].filter((note) => note !== null);
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.rule, styles[context.outcome])}>
        <p className={styles.partTitle}>{t('dossier.explanation.decidedBy')}</p>
        <span>
          <span className={styles.id}>{context.rule}</span>
          <Text className={styles.ruleName}>{words.ruleName(context.rule)}</Text>
        </span>
        {statement !== null && <Text>{statement}</Text>}
      </div>
      {notes.length > 0 && (
        <Part icon={<InfoRegular />} title={t('dossier.explanation.disagree')}>
          <ul className={styles.list}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Part>
      )}
      {context.missing.length > 0 && (
        <Part icon={<QuestionCircleRegular />} title={t('dossier.explanation.missing')}>
          <ul className={styles.list}>
            {[...new Set(context.missing.map(words.fact))].map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </Part>
      )}
      {context.remedies.length > 0 && (
        <Part icon={<LightbulbRegular />} title={t('dossier.explanation.remedies')}>
          <ul className={styles.list}>
            {context.remedies.map(({ action, by, rule }) => (
              <li key={`${rule} ${action} ${by}`}>
                <span>{words.remedy(action)}</span>{' '}
                <span className={styles.subtle}>
                  {t('dossier.explanation.remedyBy', { who: t(`terms.remedyBy.${by}`) })}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {context.obligations.length > 0 && (
        <Part icon={<TaskListLtrRegular />} title={t('dossier.explanation.obligations')}>
          <ul className={styles.list}>
            {context.obligations.map((obligation) => (
              <li key={obligation}>{t(`terms.obligations.${obligation}`)}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part icon={<BookRegular />} title={t('dossier.explanation.reasons')}>
        <ul className={mergeClasses(styles.list, styles.reasons)}>
          {reasons.map(({ rule, effect, sources }) => (
            <li key={`${rule} ${effect}`}>
              <div className={styles.reasonHead}>
                <OutcomeMark outcome={effect} />
                <span>
                  <span className={styles.id}>{rule}</span>
                  {words.ruleName(rule)}
                </span>
              </div>
              {sources.length === 0 && <SourceLine of={null} />}
              {sources.map((source) => (
                <SourceLine key={`${source.title} ${source.url}`} of={source} />
              ))}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}
