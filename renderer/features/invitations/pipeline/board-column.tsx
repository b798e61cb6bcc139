import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArchiveRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { StatusIcon } from './status-mark.tsx';
import type { BoardColumn as Column } from './use-pipeline.ts';

const useStyles = makeStyles({
  column: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { border: `${tokens.strokeWidthThin} solid CanvasText` },
  },
  over: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    flexShrink: 0,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  endedIcon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground3 },
  cards: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalSNudge,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: `2px ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    listStyleType: 'none',
  },
  none: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  more: { alignSelf: 'stretch', flexShrink: 0, fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly column: Column;
  /** Whether the card that is being dragged may be dropped here. */
  readonly takes: () => boolean;
  readonly onDrop: () => void;
  readonly onMore: () => void;
  /** `<li>` elements. */
  readonly children: ReactNode;
}

/** One status of the board, with how many invitations have it and its cards. */
export function BoardColumn({ column: { name, rows, total }, takes, onDrop, onMore, children }: Props) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const id = useId();
  const [over, setOver] = useState(false);
  const rest = total - rows.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: menu and keyboard move a card as well as dragging does
    <section
      aria-labelledby={id}
      className={mergeClasses(styles.column, over && styles.over)}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDragOver={(event) => {
        if (!takes()) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      }}
      onDrop={(event) => {
        if (!takes()) return;
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <h2 className={styles.head} id={id} title={t(`pipeline.meanings.${name}`)}>
        {name === 'ended' ? (
          <ArchiveRegular aria-hidden="true" className={styles.endedIcon} />
        ) : (
          <StatusIcon status={name} />
        )}
        <span className={styles.name}>
          {name === 'ended' ? t('pipeline.board.ended') : t(`terms.invitationStatus.${name}`)}
        </span>
        <span className={styles.count}>{format.number(total)}</span>
      </h2>
      {rows.length === 0 ? (
        <span className={styles.none}>{t('pipeline.board.none')}</span>
      ) : (
        <ul className={styles.cards}>
          {children}
          {rest > 0 && (
            <li>
              <Button appearance="subtle" className={styles.more} onClick={onMore} size="small">
                {t('pipeline.board.more', { count: rest })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
