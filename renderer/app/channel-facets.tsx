import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { rowAfterKey } from '#renderer/ui/roving-row.ts';
import { type ChannelChoice, useChannelChoices } from './channel-choices.tsx';
import { useFormat, useT } from './i18n.tsx';
import { type ListName, useView } from './view.ts';

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
  chosen: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThin} solid Highlight` },
  },
  nothing: { color: tokens.colorNeutralForeground3 },
  mark: { display: 'flex', justifyContent: 'center', width: '20px', flexShrink: 0 },
  faded: { opacity: 0.45, '@media (forced-colors: active)': { opacity: 1 } },
  label: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightRegular },
});

/** Up, Down, Home and End move the focus along the facets; only the chosen one is in the tab order. */
function moveAlong(event: KeyboardEvent<HTMLButtonElement>) {
  const buttons = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const from = buttons.indexOf(event.currentTarget);
  const next = rowAfterKey(event.key, from, buttons.length, 1);
  if (from === -1 || next === null) return;
  event.preventDefault();
  buttons[next]?.focus();
}

/** The channels over a list, counted under the present search. */
export function ChannelFacets({ page }: { readonly page: ListName }) {
  const t = useT('window.navigation');
  const styles = useStyles();
  const choices = useChannelChoices(page);
  const chosen = useView((view) => view.channel);
  const setChannel = useView((view) => view.setChannel);
  return (
    <section aria-label={t('channels')}>
      <h2 className={styles.heading}>{t('channels')}</h2>
      <div className={styles.list}>
        {choices.map((choice) => (
          <Facet
            choice={choice}
            chosen={chosen === choice.channel}
            key={choice.channel}
            onChoose={() => setChannel(choice.channel)}
          />
        ))}
      </div>
    </section>
  );
}

interface FacetProps {
  readonly choice: ChannelChoice;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Facet({ choice: { label, count, mark }, chosen, onChoose }: FacetProps) {
  const t = useT('window.navigation');
  const format = useFormat();
  const styles = useStyles();
  return (
    <button
      aria-label={count === undefined ? label : t('channelCount', { channel: label, count })}
      aria-pressed={chosen}
      className={mergeClasses(styles.facet, chosen && styles.chosen, count === 0 && !chosen && styles.nothing)}
      onClick={onChoose}
      onKeyDown={moveAlong}
      tabIndex={chosen ? 0 : -1}
      type="button"
    >
      <span className={mergeClasses(styles.mark, count === 0 && styles.faded)}>{mark}</span>
      <span className={styles.label}>{label}</span>
      {count !== undefined && <span className={styles.count}>{format.number(count)}</span>}
    </button>
  );
}
