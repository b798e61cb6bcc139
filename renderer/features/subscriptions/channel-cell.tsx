import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import type { Basis } from '#shared/model/provenance.ts';
import type { Channel } from '#shared/model/subscription.ts';

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalSNudge, minWidth: 0 },
  basis: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

/** A channel and how we know it. */
export function ChannelCell({ channel, basis }: { readonly channel: Channel; readonly basis: Basis }) {
  const t = useT('terms');
  const styles = useStyles();
  return (
    <span className={styles.cell}>
      <ChannelBadge channel={channel} />
      <span className={styles.basis} title={t(`basisMeanings.${basis}`)}>
        {t(`basis.${basis}`)}
      </span>
    </span>
  );
}
