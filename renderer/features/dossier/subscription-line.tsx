import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { MARKS, markOf } from '#renderer/features/policy/answers.ts';
import { answersFor } from '#renderer/features/policy/answers-query.ts';
import { GoneBadge } from '#renderer/features/sync/gone-badge.tsx';
import { BasisMark } from '#renderer/ui/basis-mark.tsx';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { DeclareChannel, isDeclarable } from './declare-channel.tsx';
import { SubscriptionDetail } from './subscription-detail.tsx';

/** A pane narrower than this keeps the basis as an icon, so that the facts stay on one line. */
const NARROW = '@container (max-width: 520px)';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    // On the cells: a row's own background leaves hairlines between them when the window is scaled.
    ':hover > *': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    '> *': { backgroundColor: tokens.colorBrandBackground2 },
    ':hover > *': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight`, outlineOffset: '-2px' },
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} 0`,
    textAlign: 'left',
    fontWeight: 'inherit',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  mark: { textAlign: 'center', verticalAlign: 'middle', height: '48px' },
  /** The button spans its whole row, so that a click anywhere in it selects. */
  name: {
    border: 'none',
    background: 'none',
    padding: 0,
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    outlineStyle: 'none',
    boxSizing: 'border-box',
    cursor: 'pointer',
    display: 'flex',
    alignItems: 'center',
    width: '100%',
    minWidth: 0,
    columnGap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible::after': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  chevron: { flexShrink: 0, fontSize: '16px', color: tokens.colorNeutralForeground3, display: 'flex' },
  muted: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  below: {
    marginLeft: '18px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minHeight: '22px',
  },
  channel: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalSNudge, minWidth: 0 },
  basisWord: { [NARROW]: UNSEEN },
  basisIcon: { display: 'none', [NARROW]: { display: 'block' } },
  /** Above the button that spans the row. */
  above: { position: 'relative', zIndex: 1 },
  detail: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly customer: CustomerId;
  readonly subscription: Subscription;
  /** What staff declared of the customer's subscriptions and a source contradicts. */
  readonly clashes: Dossier['clashes'];
  readonly selected: boolean;
}

/** One subscription: its name, channel, seats and status, and whether we may provision, support and trade it. */
export function SubscriptionLine({ customer, subscription, clashes, selected }: Props) {
  const t = useT();
  const styles = useStyles();
  const detail = useId();
  const row = useRef<HTMLTableRowElement>(null);
  const openCustomer = useView((view) => view.openCustomer);
  const { data: answers } = useQuery(answersFor(customer, subscription.id));
  const { channel, status, name, goneUpstream } = subscription;
  useEffect(() => {
    // An answer that is wanted brings itself into view.
    if (selected && useView.getState().answer === null) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <>
      <tr className={mergeClasses(styles.row, selected && styles.selected)} ref={row}>
        <th className={styles.cell} scope="row">
          <button
            aria-controls={selected ? detail : undefined}
            aria-expanded={selected}
            className={styles.name}
            data-subscription={subscription.id}
            onClick={() => openCustomer(customer, selected ? null : subscription.id)}
            onKeyDown={moveBetweenNames}
            type="button"
          >
            <span aria-hidden="true" className={styles.chevron}>
              {selected ? <ChevronDownRegular /> : <ChevronRightRegular />}
            </span>
            <span className={mergeClasses(styles.clip, goneUpstream !== undefined && styles.muted)} title={name}>
              {name}
            </span>
          </button>
          <DotLine className={styles.below}>
            <span className={styles.channel}>
              <span className={styles.above}>
                <ChannelBadge channel={channel.value} />
              </span>
              <BasisMark basis={channel.basis} iconClass={styles.basisIcon} wordClass={styles.basisWord} />
              {isDeclarable(subscription) && (
                <span className={styles.above}>
                  <DeclareChannel customer={customer} subscription={subscription} />
                </span>
              )}
            </span>
            <Seats subscription={subscription} />
            {status !== null && t(`terms.subscriptionStatus.${status}`)}
            {goneUpstream && (
              <span className={styles.above}>
                <GoneBadge gone={goneUpstream} />
              </span>
            )}
          </DotLine>
        </th>
        {MARKS.map((mark) => {
          const outcome = answers && markOf(answers, mark);
          return (
            <td className={mergeClasses(styles.cell, styles.mark)} key={mark}>
              {outcome && (
                <span className={styles.above}>
                  <OutcomeMark iconOnly label={t(`dossier.subscriptions.${mark}`)} outcome={outcome} />
                </span>
              )}
            </td>
          );
        })}
      </tr>
      {selected && (
        <tr id={detail}>
          <td className={styles.detail} colSpan={MARKS.length + 1}>
            <SubscriptionDetail clashes={clashes} customer={customer} subscription={subscription} />
          </td>
        </tr>
      )}
    </>
  );
}

function Seats({ subscription: { quantity, kind } }: { readonly subscription: Subscription }) {
  const t = useT('dossier.subscriptions');
  if (quantity === null) return <span>{t('seatsUnknown')}</span>;
  if (kind === 'subscription') return <span>{t('seats', { count: quantity })}</span>;
  return <span title={t('remainderMeaning')}>{t('seatsElsewhere', { count: quantity })}</span>;
}

/** Up and down go from name to name; everything else of a row is reached with Tab. */
function moveBetweenNames(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const names = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('[data-subscription]') ?? [])];
  const next = names[names.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
