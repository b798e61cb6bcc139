import { Button, DialogActions, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import { Fragment, useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import { ImportCard } from './import-card.tsx';
import { useJobs } from './import-jobs.ts';
import { type Job, totalOf } from './job.ts';
import { useImport } from './use-import.ts';

const useStyles = makeStyles({
  surface: { width: '760px' },
  zone: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  zoneTall: {
    flexDirection: 'column',
    textAlign: 'center',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXXL,
  },
  icon: { fontSize: '32px', color: tokens.colorBrandForeground1, '& svg': { display: 'block' } },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, flexGrow: 1 },
  hint: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  button: { whiteSpace: 'nowrap', flexShrink: 0 },
  actions: { justifySelf: 'stretch' },
  summary: { flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
  input: { display: 'none' },
});

/** Takes files, and gives a row-by-row account of each. */
export function ImportDialog() {
  const t = useT('importing');
  const styles = useStyles();
  const { closeDialog } = useView();
  const { jobs, stop, clear } = useJobs();
  const { start } = useImport();
  const chooser = useRef<HTMLInputElement>(null);
  const reading = jobs.findIndex(({ state }) => state.step === 'reading');
  const waiting = jobs.some(({ state }) => state.step === 'waiting');
  const idle = reading < 0 && !waiting;
  const now = jobs[reading];
  const align = jobs.length === 0 ? 'center' : 'start';
  const choose = () => chooser.current?.click();
  return (
    <DialogFrame
      actions={
        jobs.length > 0 && (
          <DialogActions className={styles.actions} fluid>
            <Text align="start" className={styles.summary} role="status" size={200}>
              {now && t('progress', { file: now.file.name, at: reading + 1, of: jobs.length })}
              {idle && <Summary jobs={jobs} />}
            </Text>
            {!idle && waiting && (
              <Button className={styles.button} onClick={stop}>
                {t('stop')}
              </Button>
            )}
            {idle && (
              <Button className={styles.button} onClick={clear}>
                {t('clear')}
              </Button>
            )}
            <Button appearance="primary" className={styles.button} onClick={closeDialog}>
              {t('close')}
            </Button>
          </DialogActions>
        )
      }
      closeLabel={t('close')}
      onClose={closeDialog}
      surfaceClass={styles.surface}
      title={t('title')}
    >
      <div className={mergeClasses(styles.zone, jobs.length === 0 && styles.zoneTall)}>
        <span aria-hidden="true" className={styles.icon}>
          <ArrowImportRegular />
        </span>
        <div className={styles.words}>
          <Text align={align} weight="semibold">
            {t('drop')}
          </Text>
          {jobs.length === 0 && (
            <Text align={align} className={styles.hint}>
              {t('intro')}
            </Text>
          )}
          {jobs.length === 0 && (
            <Text align={align} className={styles.hint} size={200}>
              {t('takes')}
            </Text>
          )}
        </div>
        <Button appearance={jobs.length === 0 ? 'primary' : 'secondary'} onClick={choose}>
          {t('choose')}
        </Button>
        <input
          accept=".csv,.txt,.tsv,.json"
          aria-label={t('files')}
          className={styles.input}
          multiple
          onChange={({ currentTarget }) => {
            start(currentTarget.files ?? []);
            // Choosing the same file again must count as a change.
            currentTarget.value = '';
          }}
          ref={chooser}
          type="file"
        />
      </div>
      {jobs.length > 0 && (
        <ul aria-label={t('files')} className={styles.list}>
          {jobs.map((job) => (
            <li key={job.id}>
              <ImportCard job={job} />
            </li>
          ))}
        </ul>
      )}
    </DialogFrame>
  );
}

/** What became of all files; together the counts make up the list above. */
function Summary({ jobs }: { readonly jobs: readonly Job[] }) {
  const t = useT('importing');
  const total = totalOf(jobs);
  const parts = [
    total.asking > 0 && (
      <Text size={200} weight="semibold">
        {t('askingFiles', { count: total.asking })}
      </Text>
    ),
    total.files > 0 && t('summary', total),
    total.refused > 0 && t('refusedFiles', { count: total.refused }),
    total.stopped > 0 && t('stoppedFiles', { count: total.stopped }),
  ].filter((part) => part !== false);
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
    <Fragment key={at}>
      {at > 0 && ' '}
      {part}
    </Fragment>
  ));
}
