import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DatabaseWarningRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { DamagedList } from '#renderer/features/records/damaged-list.tsx';
import { PathText } from '#renderer/ui/path-text.tsx';
import type { Problem } from '#shared/model/problem.ts';
import { EraseUnopened } from './erase-unopened.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    // Safe: a window too low for the card scrolls instead of losing its top.
    justifyContent: 'safe center',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalXXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  icon: { fontSize: '44px', color: tokens.colorStatusDangerForeground1, display: 'block' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text', textWrap: 'pretty' },
  paths: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  path: { margin: 0 },
  action: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly folder: string;
  readonly problem: Problem;
}

/** The workspace can't be opened: which file, what is wrong with it, where the version before it lies, and what to do. */
export function FailedWorkspace({ folder, problem }: Props) {
  const t = useT('window');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [erasing, setErasing] = useState(false);
  const { data: damaged = [] } = useQuery(orpc.workspace.damaged.queryOptions());
  const { file, previous } = problem.values;
  const kept = typeof previous === 'string' && previous !== 'none' ? previous : null;
  // The sentence need not name what stands below it.
  const told = kept === null ? problem : { ...problem, values: { ...problem.values, previous: 'none' } };
  const paths = [
    ...(typeof file === 'string' ? [{ name: t('failed.file'), path: file }] : []),
    ...(kept === null ? [] : [{ name: t('failed.previous'), path: kept }]),
    { name: t('failed.folder'), path: folder },
  ];
  return (
    <main className={styles.page}>
      <div className={styles.card} role="alert">
        <DatabaseWarningRegular aria-hidden="true" className={styles.icon} />
        <h1 className={styles.title}>{t('failed.title')}</h1>
        <p className={styles.text}>{problemText(told)}</p>
        {damaged.length > 0 && <DamagedList documents={damaged} mayRecover />}
        {damaged.length === 0 && kept !== null && <p className={styles.text}>{t('failed.restore')}</p>}
        <dl className={styles.paths}>
          {paths.map(({ name, path }) => (
            <div key={name}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.path}>
                <PathText copyLabel={t('failed.copy')} path={path} />
              </dd>
            </div>
          ))}
        </dl>
        {!erasing && (
          <Button
            appearance="primary"
            className={styles.action}
            icon={<ArrowClockwiseRegular />}
            onClick={() => queries.invalidateQueries({ queryKey: orpc.workspace.key() })}
          >
            {t('retry')}
          </Button>
        )}
        {/* One of a newer version waits for a newer console. */}
        {problem.key !== 'workspaceNewer' && <EraseUnopened erasing={erasing} folder={folder} onErasing={setErasing} />}
      </div>
    </main>
  );
}
