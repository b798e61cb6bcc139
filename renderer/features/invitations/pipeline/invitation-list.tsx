import { makeStyles } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, useCallback } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useRowWindows } from '#renderer/ui/row-windows.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { actOfKey } from './acts.ts';
import { ACTIONS, useInvitationColumns } from './invitation-columns.tsx';
import { useInvitationMenu } from './invitation-menu.tsx';
import { NothingFound } from './nothing-found.tsx';
import { useActs } from './use-acts.ts';
import { useInvitationWindows } from './use-pipeline.ts';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 } });

/** The main side has one order, by urgency, and no column bears it. */
const ORDER = { column: 'urgency', descending: false };

/** Every invitation as a line, the most urgent first; a menu and keys say what became of it. */
export function InvitationList() {
  const t = useT('pipeline');
  const styles = useStyles();
  const { rows, answer, error, retry } = useRowWindows<InvitationRow>(useInvitationWindows());
  const filter = useView((view) => view.invitationFilter);
  const selected = useView((view) => (view.customer === null ? null : view.invitation));
  const openInvitation = useView((view) => view.openInvitation);
  const closeCustomer = useView((view) => view.closeCustomer);
  const { perform } = useActs();
  const { menu, open } = useInvitationMenu();
  const openMenu = useCallback(
    (row: InvitationRow) => {
      // The row took the focus when its button was pressed.
      const line = document.activeElement?.closest<HTMLElement>('tr[data-index]');
      const button = line?.querySelector<HTMLElement>(`[data-cell="${ACTIONS}"]`);
      if (line) open(row, button ?? line);
    },
    [open],
  );
  const columns = useInvitationColumns(openMenu);

  const lineOf = (target: EventTarget) => {
    const line = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
    const row = line && rows.at(Number(line.dataset.index));
    return line && row ? { line, row } : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const at = lineOf(event.target);
    if (!at) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu(at.row);
      return;
    }
    const act = event.shiftKey ? null : actOfKey(event.key, at.row);
    if (act === null) return;
    event.preventDefault();
    void perform(act, at.row);
  };
  const onContextMenu = (event: MouseEvent) => {
    const at = lineOf(event.target);
    if (!at) return;
    event.preventDefault();
    at.line.focus({ preventScroll: true });
    openMenu(at.row);
  };

  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (answer === undefined) return <Loading rows={12} />;
  if (answer.total === 0) return <NothingFound />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: what is pressed is a row of the grid inside
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div className={styles.root} onContextMenu={onContextMenu} onKeyDown={onKeyDown}>
      <DataTable<InvitationRow, string, string>
        columns={columns}
        keyOf={({ invitation }) => invitation.id}
        label={t('title')}
        onLeave={closeCustomer}
        onOpen={({ customer, invitation }) => openInvitation(customer, invitation.id)}
        onSort={() => undefined}
        rows={rows}
        selected={selected}
        sort={ORDER}
        topic={JSON.stringify(filter)}
      />
      {menu}
    </div>
  );
}
