import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArchiveRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { PathText } from '#renderer/ui/path-text.tsx';
import type { Backup } from '#shared/contract/workspace.ts';
import { BackupForm, useIsWriting } from './backup-form.tsx';
import { useCardStyles } from './card-styles.ts';
import { SettingsCard } from './settings-card.tsx';
import { ShowFolder } from './show-folder.tsx';

/** Writes the workspace into one encrypted file, and says where the backups lie and how old the newest is. */
export function BackupCard() {
  const t = useT('records.backup');
  const styles = useCardStyles();
  const format = useFormat();
  const problemText = useProblemText();
  const tools = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const isWriting = useIsWriting();
  const [made, setMade] = useState<Backup | null>(null);
  const { data, error } = useQuery(orpc.workspace.backups.queryOptions({ staleTime: 0 }));
  const newest = [...(data?.items ?? [])].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  const close = (backup: Backup | null) => {
    setOpened(false);
    setMade(backup);
    // The button that was pressed goes; the focus must not go with it.
    requestAnimationFrame(() => tools.current?.querySelector('button')?.focus());
  };
  return (
    <SettingsCard id="backup" text={t('text')} title={t('title')}>
      {data && (
        <p className={styles.dim}>
          {t('earlier', {
            count: data.items.length,
            folder: data.folder,
            when: newest ? format.relative(newest.at) : '',
          })}
        </p>
      )}
      {error !== null && <p className={styles.dim}>{problemText(error)}</p>}
      <div className={styles.status} role="status">
        {made && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {t('done', { size: format.bytes(made.bytes) })} <PathText copyLabel={t('copyFile')} path={made.path} />
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {opened || isWriting ? (
        <BackupForm onCancel={() => close(null)} onDone={close} />
      ) : (
        <div className={styles.tools} ref={tools}>
          <Button
            icon={<ArchiveRegular />}
            onClick={() => {
              setMade(null);
              setOpened(true);
            }}
          >
            {t('open')}
          </Button>
          {data && <ShowFolder folder={data.folder} label={t('showFolder')} which="backups" />}
        </div>
      )}
    </SettingsCard>
  );
}
