import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { type Act, actOfKey, type Mark, marksOf, onward } from './acts.ts';
import { BoardCard } from './board-card.tsx';
import { BoardColumn } from './board-column.tsx';
import { cardAfterKey } from './board-places.ts';
import { useInvitationMenu } from './invitation-menu.tsx';
import { NothingFound } from './nothing-found.tsx';
import { useActs } from './use-acts.ts';
import { type BoardColumn as Column, type ColumnName, useBoard } from './use-pipeline.ts';

/** So many cards of a status are shown, and so many more each time. */
const STEP = 50;

const useStyles = makeStyles({
  board: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(168px, 1fr))',
    gridTemplateRows: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minHeight: 0,
    overflowX: 'auto',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  unseen: UNSEEN,
});

/** The invitations by status. Cards move by their menu, by keyboard, and by being dragged. */
export function Board() {
  const filter = useView((view) => view.invitationFilter);
  // Another search begins with the first cards again.
  return <BoardOf key={JSON.stringify([filter.search, filter.nudge])} />;
}

function BoardOf() {
  const [shown, setShown] = useState<Record<ColumnName, number>>({
    drafted: STEP,
    exported: STEP,
    sent: STEP,
    forwarded: STEP,
    accepted: STEP,
    ended: STEP,
  });
  const { columns, error, retry } = useBoard(shown);
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (columns === undefined) return <Loading rows={12} />;
  if (columns.every(({ total }) => total === 0)) return <NothingFound />;
  return (
    <Columns columns={columns} onMore={(name) => setShown((before) => ({ ...before, [name]: before[name] + STEP }))} />
  );
}

interface Props {
  readonly columns: readonly Column[];
  readonly onMore: (name: ColumnName) => void;
}

function Columns({ columns, onMore }: Props) {
  const t = useT('pipeline.board');
  const styles = useStyles();
  const hint = useId();
  const { perform } = useActs();
  const { menu, open } = useInvitationMenu();
  const selected = useView((view) => (view.customer === null ? null : view.invitation));
  const openInvitation = useView((view) => view.openInvitation);
  const [wanted, setWanted] = useState<string | null>(null);
  const dragged = useRef<InvitationRow | null>(null);

  const rows = columns.flatMap((column) => column.rows);
  const rowOf = (id: string | undefined) => rows.find(({ invitation }) => invitation.id === id);
  const active = rowOf(wanted ?? selected ?? undefined) ?? rows[0];

  /** The column as a status that a card may be marked with; those that ended have three between them. */
  const markOf = (row: InvitationRow, name: ColumnName): Mark | undefined =>
    marksOf(row).find((status) => status === name);
  const cardAt = (target: EventTarget) => {
    const card =
      target instanceof Element ? target.closest('article')?.querySelector<HTMLElement>('[data-card]') : null;
    const row = rowOf(card?.dataset.card);
    return card && row ? { card, row } : null;
  };
  const actOf = (event: KeyboardEvent, row: InvitationRow): Act | null => {
    if (event.altKey || event.metaKey || event.shiftKey) return null;
    if (!event.ctrlKey) return actOfKey(event.key, row);
    const next = onward(row);
    if (event.key === 'ArrowRight' && next !== null) return { act: 'mark', status: next };
    return event.key === 'ArrowLeft' && row.undoable ? { act: 'undo' } : null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = cardAt(event.target);
    // Keys pressed on the button of the card's menu are the button's.
    if (!at || event.target !== at.card) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      open(at.row, at.card);
      return;
    }
    const act = actOf(event, at.row);
    if (act !== null) {
      event.preventDefault();
      // It stays the active one, in whichever column it will stand.
      setWanted(at.row.invitation.id);
      void perform(act, at.row);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const places = columns.map((column) => column.rows.map(({ invitation }) => invitation.id));
    const next = cardAfterKey(event.key, places, at.row.invitation.id);
    if (next === null) return;
    event.preventDefault();
    setWanted(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-card="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
  };
  const onContextMenu = (event: MouseEvent) => {
    const at = cardAt(event.target);
    if (!at) return;
    event.preventDefault();
    at.card.focus({ preventScroll: true });
    open(at.row, at.card);
  };
  return (
    <>
      <span className={styles.unseen} id={hint}>
        {t('hint')}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: what is pressed is a card inside */}
      <section
        aria-describedby={hint}
        aria-label={t('label')}
        className={styles.board}
        onContextMenu={onContextMenu}
        onDragEnd={() => {
          dragged.current = null;
        }}
        onDragStart={(event) => {
          dragged.current = cardAt(event.target)?.row ?? null;
        }}
        onKeyDown={onKeyDown}
      >
        {columns.map((column) => (
          <BoardColumn
            column={column}
            key={column.name}
            onDrop={() => {
              const row = dragged.current;
              const status = row && markOf(row, column.name);
              if (row && status) void perform({ act: 'mark', status }, row);
            }}
            onMore={() => onMore(column.name)}
            takes={() => dragged.current !== null && markOf(dragged.current, column.name) !== undefined}
          >
            {column.rows.map((row) => (
              <li key={row.invitation.id}>
                <BoardCard
                  active={row === active}
                  ended={column.name === 'ended'}
                  onFocus={() => setWanted(row.invitation.id)}
                  onMenu={(beside) => open(row, beside)}
                  onOpen={() => openInvitation(row.customer, row.invitation.id)}
                  row={row}
                  selected={row.invitation.id === selected}
                />
              </li>
            ))}
          </BoardColumn>
        ))}
      </section>
      {menu}
    </>
  );
}
