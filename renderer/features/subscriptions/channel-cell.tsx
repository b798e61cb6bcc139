import { makeStyles, tokens } from '@fluentui/react-components';
import { BasisMark } from '#renderer/ui/basis-mark.tsx';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { Basis } from '#shared/model/provenance.ts';
import type { Channel } from '#shared/model/subscription.ts';

/** A cell narrower than this keeps the basis as an icon; a still narrower one leaves all its room to the channel's name. */
const SHORT = '@container (max-width: 184px)';
const ROOM_FOR_ICON = '@container (min-width: 168px) and (max-width: 184px)';

const useStyles = makeStyles({
  cell: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    minWidth: 0,
    containerType: 'inline-size',
  },
  word: { [SHORT]: UNSEEN },
  icon: { display: 'none', [ROOM_FOR_ICON]: { display: 'block' } },
});

/** A channel and how we know it. */
export function ChannelCell({ channel, basis }: { readonly channel: Channel; readonly basis: Basis }) {
  const styles = useStyles();
  return (
    <span className={styles.cell}>
      <ChannelBadge channel={channel} />
      <BasisMark basis={basis} iconClass={styles.icon} wordClass={styles.word} />
    </span>
  );
}
