import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleRegular,
  DocumentArrowDownRegular,
  ErrorCircleRegular,
  type FluentIcon,
  QuestionCircleRegular,
  SubtractCircleRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useFeltWait } from '#renderer/ui/loading.tsx';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import type { ImportReport } from '#shared/model/imports.ts';
import { AskCustomer } from './ask-customer.tsx';
import { AskRelationship } from './ask-relationship.tsx';
import { type Job, type Verdict, verdictOf } from './job.ts';
import { RejectedRows } from './rejected-rows.tsx';

/** How often the file that is being read is asked after, in milliseconds. */
const PULSE = 300;

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  care: { color: tokens.colorStatusWarningForeground1 },
  name: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  verdict: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
  below: { paddingLeft: '28px', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  some: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

type Tone = 'good' | 'bad' | 'care';
const SIGNS: Readonly<Record<Verdict, readonly [icon: FluentIcon, tone?: Tone]>> = {
  waiting: [CircleRegular],
  reading: [DocumentArrowDownRegular],
  stopped: [SubtractCircleRegular],
  refused: [ErrorCircleRegular, 'bad'],
  asking: [QuestionCircleRegular, 'care'],
  nothing: [ErrorCircleRegular, 'bad'],
  partly: [WarningRegular, 'care'],
  unchanged: [CheckmarkCircleRegular, 'good'],
  done: [CheckmarkCircleRegular, 'good'],
};

/** One file: how far it is, what it turned out to be, and what became of each row. */
export function ImportCard({ job }: { readonly job: Job }) {
  const t = useT('importing');
  const styles = useStyles();
  const problemText = useProblemText();
  const { file, state, id } = job;
  const verdict = verdictOf(state);
  const [Icon, tone] = SIGNS[verdict];
  const card = useFocusWhenAnswered(verdict === 'asking');
  return (
    <article aria-label={file.name} className={styles.card} ref={card} tabIndex={-1}>
      <div className={styles.head}>
        <span aria-hidden="true" className={mergeClasses(styles.icon, tone && styles[tone])}>
          <Icon />
        </span>
        <h3 className={styles.name} title={file.name}>
          {file.name}
        </h3>
        <span className={styles.verdict}>{t(`state.${verdict}`)}</span>
      </div>
      {state.step === 'reading' && <Reading name={file.name} />}
      {state.step === 'refused' && (
        <div className={styles.below}>
          <Text role="alert">{problemText(state.error)}</Text>
        </div>
      )}
      {state.step === 'done' && (
        <div className={styles.below}>
          <Account report={state.report} />
          {state.report.needs === 'customer' && <AskCustomer job={id} />}
          {state.report.needs === 'relationship' && <AskRelationship job={id} />}
          {state.report.needs === null && state.report.rejected.length > 0 && (
            <RejectedRows file={file.name} rejected={state.report.rejected} />
          )}
        </div>
      )}
    </article>
  );
}

/** A ref for what asks: when the question has been answered and taken the focus away with it, the focus stays here. */
function useFocusWhenAnswered(asking: boolean): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null);
  const asked = useRef(asking);
  useLayoutEffect(() => {
    const answered = asked.current && !asking;
    asked.current = asking;
    if (answered && document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, [asking]);
  return card;
}

function Reading({ name }: { readonly name: string }) {
  const felt = useFeltWait();
  const { data } = useQuery(
    orpc.imports.progress.queryOptions({ enabled: felt, gcTime: 0, refetchInterval: PULSE, staleTime: 0 }),
  );
  if (!felt) return null;
  const known = data && data.file === name && data.of > 0 ? { max: data.of, value: data.done } : {};
  return <ProgressBar aria-label={name} {...known} />;
}

const isEncoding = (name: string): name is keyof Messages['importing']['encodings'] =>
  Object.hasOwn(MESSAGES.en.importing.encodings, name);

const COUNTS = ['added', 'updated', 'unchanged', 'rejected'] as const;

/** What the file is, and its rows: added, updated, unchanged and rejected make up the whole. */
function Account({ report }: { readonly report: ImportReport }) {
  const t = useT('importing');
  const format = useFormat();
  const styles = useStyles();
  const { kind, encoding, rows, added, updated, unchanged, rejected, needs } = report;
  const counts = { added, updated, unchanged, rejected: rejected.length };
  return (
    <>
      <div className={styles.line}>
        <span>{t(`kinds.${kind}`)}</span>
        <span>{isEncoding(encoding) ? t(`encodings.${encoding}`) : encoding}</span>
        <span>{t('account.rows', { count: rows })}</span>
      </div>
      {needs === null && (
        <div className={styles.line}>
          {COUNTS.map((name) => (
            <span className={counts[name] > 0 ? styles.some : undefined} key={name}>
              {t(`account.${name}`, { count: format.number(counts[name]) })}
            </span>
          ))}
        </div>
      )}
    </>
  );
}
