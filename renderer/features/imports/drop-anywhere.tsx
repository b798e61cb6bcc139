import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { isInvitationFile } from '#renderer/features/invitations/invitation-file.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useImport } from './use-import.ts';

const useStyles = makeStyles({
  veil: {
    position: 'fixed',
    inset: 0,
    zIndex: 2_000_000,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalM,
    pointerEvents: 'none',
    backgroundColor: tokens.colorBackgroundOverlay,
    color: tokens.colorNeutralForegroundOnBrand,
    outline: `${tokens.strokeWidthThickest} dashed ${tokens.colorNeutralForegroundOnBrand}`,
    outlineOffset: '-16px',
  },
  icon: { fontSize: '56px', '& svg': { display: 'block' } },
  text: { color: 'inherit' },
});

/** The customer whose invitation is being prepared, or waits for a link, as the files are dropped. */
function waitingCustomer(): CustomerId | undefined {
  const { dialog } = useView.getState();
  if (dialog === null || typeof dialog === 'string') return undefined;
  if ('invite' in dialog) return dialog.invite;
  return 'receive' in dialog ? dialog.receive.customer : undefined;
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dropped anywhere on the window are imported, or taken in where they hold an invitation. Without this a stray drop would leave the window for the file. */
export function DropAnywhere() {
  const t = useT('importing');
  const styles = useStyles();
  const { start } = useImport();
  const openImport = useView((view) => view.openImport);
  const openReceive = useView((view) => view.openReceive);
  const [over, setOver] = useState(false);
  // Every element that the pointer crosses enters and leaves; only the balance tells whether it is still here.
  const depth = useRef(0);
  useEffect(() => {
    const move = (event: DragEvent, step: 1 | -1) => {
      if (!holdsFiles(event)) return;
      depth.current = Math.max(0, depth.current + step);
      setOver(depth.current > 0);
    };
    const onEnter = (event: DragEvent) => move(event, 1);
    const onLeave = (event: DragEvent) => move(event, -1);
    const onOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      // What was dropped on a place of its own has been taken there.
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      const invitations = files.filter(isInvitationFile);
      const others = files.filter((file) => !isInvitationFile(file));
      if (others.length > 0) {
        openImport();
        start(others);
      }
      // The import goes on beneath: an invitation is looked at before it is taken in.
      if (invitations.length > 0) openReceive({ files: invitations, customer: waitingCustomer() });
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [openImport, openReceive, start]);
  if (!over) return null;
  return (
    <div aria-hidden="true" className={styles.veil}>
      <span className={styles.icon}>
        <ArrowImportRegular />
      </span>
      <Subtitle1 className={styles.text}>{t('dropAnywhere')}</Subtitle1>
    </div>
  );
}
