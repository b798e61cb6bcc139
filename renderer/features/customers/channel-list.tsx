import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { ChannelBadge } from '#renderer/ui/channel-badge.tsx';
import type { Channel } from '#shared/model/subscription.ts';

/** A cell narrower than this has room for one name only. */
const ONE = '@container (max-width: 259px)';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    containerType: 'inline-size',
  },
  first: { flexShrink: 0, maxWidth: '100%', [ONE]: { flexShrink: 1 } },
  second: { [ONE]: { display: 'none' } },
  more: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  beyondTwo: { [ONE]: { display: 'none' } },
  beyondOne: { display: 'none', [ONE]: { display: 'inline' } },
});

/** The channels a customer bought through: one or two by name, the rest as a number (the cell's title names them all). */
export function ChannelList({ channels }: { readonly channels: readonly Channel[] }) {
  const t = useT('window');
  const styles = useStyles();
  const [first, second, ...others] = channels;
  if (first === undefined) return t('dates.unknown');
  const more = (count: number, className: string) => (
    <span className={mergeClasses(styles.more, className)}>{t('list.more', { count })}</span>
  );
  return (
    <span className={styles.list}>
      <ChannelBadge channel={first} className={styles.first} />
      {second !== undefined && <ChannelBadge channel={second} className={styles.second} />}
      {others.length > 0 && more(others.length, styles.beyondTwo)}
      {second !== undefined && more(others.length + 1, styles.beyondOne)}
    </span>
  );
}
