import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import type { Channel } from '#shared/model/subscription.ts';

/** As many as stand side by side in a list cell. */
const SHOWN = 2;

const useStyles = makeStyles({
  list: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  first: { flexShrink: 0, maxWidth: '100%' },
  more: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The channels a customer bought through: two by name, the rest as a number (the cell's title names them all). */
export function ChannelList({ channels }: { readonly channels: readonly Channel[] }) {
  const t = useT('window');
  const styles = useStyles();
  if (channels.length === 0) return t('dates.unknown');
  return (
    <span className={styles.list}>
      {channels.slice(0, SHOWN).map((channel, place) => (
        <ChannelBadge channel={channel} className={place === 0 ? styles.first : ''} key={channel} />
      ))}
      {channels.length > SHOWN && (
        <span className={styles.more}>{t('list.more', { count: channels.length - SHOWN })}</span>
      )}
    </span>
  );
}
