import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { KeyRegular, LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useCardStyles } from './card-styles.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { SettingsCard } from './settings-card.tsx';
import { ShowFolder } from './show-folder.tsx';
import { Verify } from './verify.tsx';

const useStyles = makeStyles({
  kept: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  icon: { fontSize: '24px', display: 'flex', color: tokens.colorNeutralForeground2 },
  protection: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
});

/** How the records are kept, and what can be done about it: another passphrase, a look at the folder, a check of everything. */
export function RecordsCard({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('records');
  const styles = useStyles();
  const card = useCardStyles();
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const { protection, folder, readOnly } = workspace;
  const close = (done: boolean) => {
    setChanging(false);
    setChanged(done);
    // The button that was pressed goes; the focus must not go with it.
    requestAnimationFrame(() => tools.current?.querySelector('button')?.focus());
  };
  return (
    <SettingsCard id="records" text={t('text')} title={t('title')}>
      <div className={styles.kept}>
        <span aria-hidden="true" className={styles.icon}>
          {protection === 'none' ? <LockOpenRegular /> : <LockClosedRegular />}
        </span>
        <div>
          <p className={styles.protection}>{t(`protection.${protection}`)}</p>
          <p className={styles.hint}>{t(`protectionHints.${protection}`)}</p>
        </div>
      </div>
      <div className={card.status} role="status">
        {changed && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{t('change.changed')}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {changing && <ChangePassphrase onDone={() => close(true)} onCancel={() => close(false)} />}
      {!changing && (
        <div className={card.tools} ref={tools}>
          {protection === 'passphrase' && readOnly === null && (
            <Button
              icon={<KeyRegular />}
              onClick={() => {
                setChanged(false);
                setChanging(true);
              }}
            >
              {t('change.open')}
            </Button>
          )}
          <ShowFolder folder={folder} label={t('reveal')} which="workspace" />
          <Verify />
        </div>
      )}
    </SettingsCard>
  );
}
