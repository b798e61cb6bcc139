import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { Channel } from '#shared/model/subscription.ts';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    minWidth: 0,
    boxSizing: 'border-box',
    height: '22px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  open: {
    backgroundColor: 'transparent',
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis' },
  dot: {
    flexShrink: 0,
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: 'currentcolor',
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { color: 'CanvasText' },
  },
  square: { borderRadius: tokens.borderRadiusSmall },
  hollow: {
    backgroundColor: 'transparent',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThick} solid currentcolor`,
  },
});

const useColours = makeStyles({
  'csp-own': { color: tokens.colorPaletteBlueBorderActive },
  'csp-indirect': { color: tokens.colorPaletteTealBorderActive },
  'csp-other': { color: tokens.colorPaletteGrapeBorderActive },
  direct: { color: tokens.colorPaletteForestBorderActive },
  advisor: { color: tokens.colorPalettePumpkinBorderActive },
  'volume-licensing': { color: tokens.colorPaletteSteelBorderActive },
  unknown: { color: tokens.colorNeutralForeground3 },
});

/** CSP channels have round marks, the others square ones, the unknown a hollow one: shape tells what colour tells. */
export function ChannelDot({ channel }: { readonly channel: Channel }) {
  const styles = useStyles();
  const colours = useColours();
  const round = channel.startsWith('csp-');
  return (
    <span
      aria-hidden="true"
      className={mergeClasses(
        styles.dot,
        !round && styles.square,
        channel === 'unknown' && styles.hollow,
        colours[channel],
      )}
    />
  );
}

/** A purchase channel by mark and name; what it means stands in its tooltip. */
export function ChannelBadge({ channel, className }: { readonly channel: Channel; readonly className?: string }) {
  const t = useT('terms');
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.badge, channel === 'unknown' && styles.open, className)}
      title={t(`channelMeanings.${channel}`)}
    >
      <ChannelDot channel={channel} />
      <span className={styles.label}>{t(`channels.${channel}`)}</span>
    </span>
  );
}
