import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useCardStyles } from '#renderer/features/records/card-styles.ts';
import { EraseForm } from '#renderer/features/records/erase-form.tsx';
import { ShowFolder } from '#renderer/features/records/show-folder.tsx';
import { folderName } from '#shared/contract/workspace.ts';

interface Props {
  readonly folder: string;
  /** Whether somebody is about to erase it. */
  readonly erasing: boolean;
  readonly onErasing: (erasing: boolean) => void;
}

/** What can be done with a workspace that does not open: look at its folder, or erase it and begin anew. */
export function EraseUnopened({ folder, erasing, onErasing }: Props) {
  const t = useT('records.eraseUnopened');
  const erase = useT('records.erase');
  const records = useT('records');
  const styles = useCardStyles();
  const tools = useRef<HTMLDivElement>(null);
  const name = folderName(folder);
  if (erasing) {
    return (
      <EraseForm
        confirm={t('confirm', { folder, name })}
        confirmation={{ folder: name }}
        field={t('field')}
        onCancel={() => {
          onErasing(false);
          requestAnimationFrame(() => {
            // Unless what comes back has taken the focus to itself.
            if (document.activeElement !== document.body) return;
            tools.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
          });
        }}
      />
    );
  }
  return (
    <>
      <p className={styles.dim}>{t('lead')}</p>
      <div className={styles.tools} ref={tools}>
        <ShowFolder folder={folder} label={records('reveal')} size="small" which="workspace" />
        <Button icon={<DeleteRegular />} onClick={() => onErasing(true)} size="small">
          {erase('open')}
        </Button>
      </div>
    </>
  );
}
