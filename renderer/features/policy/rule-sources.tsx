import { makeStyles, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { SourceLine } from '#renderer/ui/source-line.tsx';
import type { ActionName, Decision, RuleId } from '#shared/model/policy.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  icon: { display: 'flex', fontSize: '16px', height: tokens.lineHeightBase300, alignItems: 'center' },
  title: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly rule: RuleId;
  readonly reasons: Decision['context']['reasons'];
}

/** Every page that a rule rests on; the decision itself names only those that it was judged by. */
export function RuleSources({ rule, reasons }: Props) {
  const { data: matrix } = useQuery(orpc.policy.matrix.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const named = reasons.flatMap((reason) => (reason.rule === rule && reason.source ? [reason.source] : []));
  const sources = matrix?.find((entry) => entry.rule === rule)?.sources ?? named.slice(0, 1);
  if (sources.length === 0) return <SourceLine of={null} />;
  return sources.map((source, index) => (
    <SourceLine key={`${source.title} ${source.url}`} of={source} place={{ rule, source: index }} />
  ));
}

/** Where the sources behind a rule are silent or disagree on an act; nothing where they are of one mind. */
export function RuleNote({ rule, action }: { readonly rule: RuleId; readonly action: ActionName }) {
  const t = useT('dossier.explanation');
  const styles = useStyles();
  const note = useWords().ruleNote(rule, action);
  if (note === null) return null;
  return (
    <div className={styles.note}>
      <span aria-hidden="true" className={styles.icon}>
        <InfoRegular />
      </span>
      <div>
        <div className={styles.title}>{t('disagree')}</div>
        {note}
      </div>
    </div>
  );
}
