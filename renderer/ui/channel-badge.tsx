import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { Channel } from '#shared/model/subscription.ts';
import { ChannelDot } from './channel-dot.tsx';

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    minWidth: 0,
    boxSizing: 'border-box',
    height: '20px',
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
});

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
