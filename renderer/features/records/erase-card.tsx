import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useCardStyles } from './card-styles.ts';
import { EraseForm } from './erase-form.tsx';
import { SettingsCard } from './settings-card.tsx';

/** Erases the workspace for good, once the partner's name was typed. */
export function EraseCard({ partner }: { readonly partner: string }) {
  const t = useT('records.erase');
  const styles = useCardStyles();
  const tools = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  return (
    <SettingsCard id="erase" text={t('text')} title={t('title')}>
      {opened ? (
        <EraseForm
          confirm={t('confirm', { name: partner })}
          confirmation={{ partner }}
          field={t('field')}
          onCancel={() => {
            setOpened(false);
            requestAnimationFrame(() => tools.current?.querySelector('button')?.focus());
          }}
        />
      ) : (
        <div className={styles.tools} ref={tools}>
          <Button icon={<DeleteRegular />} onClick={() => setOpened(true)}>
            {t('open')}
          </Button>
        </div>
      )}
    </SettingsCard>
  );
}
