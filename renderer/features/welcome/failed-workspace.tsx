import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DatabaseWarningRegular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import type { Problem } from '#shared/model/problem.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    flexGrow: 1,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '640px',
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
  text: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  folder: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  action: { marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly folder: string;
  readonly problem: Problem;
}

/** The workspace can't be opened: which file, what is wrong with it, and what to do. */
export function FailedWorkspace({ folder, problem }: Props) {
  const t = useT('window');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return (
    <main className={styles.page}>
      <div className={styles.card} role="alert">
        <DatabaseWarningRegular aria-hidden="true" className={styles.icon} />
        <h1 className={styles.title}>{t('failed.title')}</h1>
        <p className={styles.text}>{problemText(problem)}</p>
        <p className={styles.folder}>{t('failed.folder', { folder })}</p>
        <Button
          appearance="primary"
          className={styles.action}
          icon={<ArrowClockwiseRegular />}
          onClick={() => queries.invalidateQueries({ queryKey: orpc.workspace.key() })}
        >
          {t('retry')}
        </Button>
      </div>
    </main>
  );
}
