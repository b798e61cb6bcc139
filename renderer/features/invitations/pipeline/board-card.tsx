import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular, MoreHorizontalRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { AgeMark } from './age-mark.tsx';
import { LinkMark } from './link-mark.tsx';
import { StatusMark } from './status-mark.tsx';
import { acceptance, useInvitationWords } from './use-words.ts';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight` },
  },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXXS },
  /** The button spans its whole card, so that a click anywhere on it opens. */
  name: {
    flexGrow: 1,
    minWidth: 0,
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    outlineStyle: 'none',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible::after': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  more: { position: 'relative', zIndex: 1, flexShrink: 0, minWidth: '24px', maxWidth: '24px', height: '20px' },
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  nudge: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusWarningForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: '16px' },
});

interface Props {
  readonly row: InvitationRow;
  /** Whether it stands in the column of those that ended, which share it. */
  readonly ended: boolean;
  /** It alone, and its menu, are in the tab order. */
  readonly active: boolean;
  readonly selected: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
  readonly onMenu: (beside: HTMLElement) => void;
}

/** An invitation on the board: whose, of which kind, how old, and what it waits for. */
export function BoardCard({ row, ended, active, selected, onOpen, onFocus, onMenu }: Props) {
  const t = useT('pipeline');
  const styles = useStyles();
  const words = useInvitationWords();
  const { customerName, fingerprint, invitation } = row;
  const attention = words.attention(row);
  const accepted = acceptance(row);
  const Icon = row.hint === null ? AlertUrgentRegular : QuestionCircleRegular;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: menu and keyboard move a card as well as dragging does
    <article
      aria-label={customerName}
      className={mergeClasses(styles.card, selected && styles.selected)}
      draggable={row.next.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', invitation.id);
      }}
    >
      <div className={styles.head}>
        <button
          aria-current={selected ? 'true' : undefined}
          className={styles.name}
          data-card={invitation.id}
          onClick={onOpen}
          onFocus={(event) => {
            event.currentTarget.closest('article')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            onFocus();
          }}
          tabIndex={active ? 0 : -1}
          title={customerName}
          type="button"
        >
          {customerName}
        </button>
        <Button
          appearance="subtle"
          aria-haspopup="menu"
          aria-label={t('actions.of', { reference: invitation.id })}
          className={styles.more}
          icon={<MoreHorizontalRegular />}
          onClick={(event) => onMenu(event.currentTarget)}
          size="small"
          tabIndex={active ? 0 : -1}
        />
      </div>
      <DotLine className={styles.line}>
        {ended && <StatusMark status={invitation.status} />}
        {t(`kinds.${invitation.kind}`)}
        {(attention === null || row.hint !== null) && <AgeMark row={row} />}
        <LinkMark fingerprint={fingerprint} />
      </DotLine>
      {attention !== null && (
        <div className={styles.nudge}>
          <Icon aria-hidden="true" className={styles.icon} />
          {attention}
        </div>
      )}
      {accepted && (
        <div className={styles.line} title={words.evidenceLine(accepted)}>
          {words.evidence(accepted)}
        </div>
      )}
    </article>
  );
}
