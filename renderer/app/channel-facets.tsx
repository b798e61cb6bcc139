import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import { ChannelDot } from '#renderer/ui/channel-badge.tsx';
import { rowAfterKey } from '#renderer/ui/roving-row.ts';
import type { ChannelCounts } from '#shared/contract/customers.ts';
import { CHANNELS, type Channel } from '#shared/model/subscription.ts';
import { useFormat, useT } from './i18n.tsx';
import { useCustomerWindows, useSubscriptionWindows } from './lists.ts';
import { useView } from './view.ts';

const useStyles = makeStyles({
  heading: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { display: 'flex', flexDirection: 'column', rowGap: '1px' },
  facet: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    height: '30px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-1px',
    },
  },
  narrow: { justifyContent: 'center', padding: 0 },
  chosen: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThin} solid Highlight` },
  },
  nothing: { color: tokens.colorNeutralForeground3 },
  mark: { display: 'flex', justifyContent: 'center', width: '20px', flexShrink: 0 },
  faded: { opacity: 0.45 },
  all: {
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThick} solid currentcolor`,
    transform: 'rotate(45deg) scale(0.85)',
  },
  label: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightRegular },
});

/** The channels over the customers list, counted under the present search. */
export function CustomerFacets({ narrow }: { readonly narrow: boolean }) {
  const { data } = useQuery({ ...useCustomerWindows(null)(0), placeholderData: keepPreviousData });
  return <ChannelFacets counts={data?.counts} narrow={narrow} total={data?.total} />;
}

/** The channels over the subscriptions list, counted under the present search. */
export function SubscriptionFacets({ narrow }: { readonly narrow: boolean }) {
  const { data } = useQuery({ ...useSubscriptionWindows(null)(0), placeholderData: keepPreviousData });
  return <ChannelFacets counts={data?.counts} narrow={narrow} total={data?.total} />;
}

/** Up, Down, Home and End move the focus along the facets; only the chosen one is in the tab order. */
function moveAlong(event: KeyboardEvent<HTMLButtonElement>) {
  const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const from = buttons.indexOf(event.currentTarget);
  const next = rowAfterKey(event.key, from, buttons.length, 1);
  if (from === -1 || next === null) return;
  event.preventDefault();
  buttons[next]?.focus();
}

interface Props {
  readonly counts: ChannelCounts | undefined;
  readonly total: number | undefined;
  readonly narrow: boolean;
}

function ChannelFacets({ counts, total, narrow }: Props) {
  const t = useT();
  const styles = useStyles();
  const chosen = useView((view) => view.channel);
  const setChannel = useView((view) => view.setChannel);

  const facet = (channel: Channel | null, label: string, count: number | undefined, mark: ReactNode) => (
    <Facet
      chosen={chosen === channel}
      count={count}
      key={channel ?? 'all'}
      label={label}
      mark={mark}
      narrow={narrow}
      onChoose={() => setChannel(channel)}
    />
  );
  return (
    <section aria-label={t('window.navigation.channels')}>
      {!narrow && <h2 className={styles.heading}>{t('window.navigation.channels')}</h2>}
      <div className={styles.list}>
        {facet(null, t('window.navigation.allChannels'), total, <span className={styles.all} />)}
        {CHANNELS.map((channel) =>
          facet(channel, t(`terms.channels.${channel}`), counts?.[channel], <ChannelDot channel={channel} />),
        )}
      </div>
    </section>
  );
}

interface FacetProps {
  readonly label: string;
  readonly count: number | undefined;
  readonly chosen: boolean;
  readonly narrow: boolean;
  readonly mark: ReactNode;
  readonly onChoose: () => void;
}

function Facet({ label, count, chosen, narrow, mark, onChoose }: FacetProps) {
  const t = useT('window.navigation');
  const format = useFormat();
  const styles = useStyles();
  const name = count === undefined ? label : t('channelCount', { channel: label, count });
  const button = (
    <button
      aria-label={name}
      aria-pressed={chosen}
      className={mergeClasses(
        styles.facet,
        narrow && styles.narrow,
        chosen && styles.chosen,
        count === 0 && !chosen && styles.nothing,
      )}
      onClick={onChoose}
      onKeyDown={moveAlong}
      tabIndex={chosen ? 0 : -1}
      type="button"
    >
      <span className={mergeClasses(styles.mark, count === 0 && styles.faded)}>{mark}</span>
      {!narrow && <span className={styles.label}>{label}</span>}
      {!narrow && count !== undefined && <span className={styles.count}>{format.number(count)}</span>}
    </button>
  );
  if (!narrow) return button;
  return (
    <Tooltip content={name} positioning="after" relationship="label" withArrow>
      {button}
    </Tooltip>
  );
}
