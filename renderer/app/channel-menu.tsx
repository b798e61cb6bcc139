import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChannelDot } from '#renderer/ui/channel-dot.tsx';
import { Channel } from '#shared/model/subscription.ts';
import { useChannelChoices } from './channel-choices.tsx';
import { useFormat, useT } from './i18n.tsx';
import { type ListName, useView } from './view.ts';

const ALL = 'all';

const useStyles = makeStyles({
  button: { flexShrink: 0, minWidth: 0, columnGap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightRegular },
  count: { fontVariantNumeric: 'tabular-nums' },
});

/** The channels that narrow a list, as a menu: for where the navigation has no room for them. */
export function ChannelMenu({ page }: { readonly page: ListName }) {
  const t = useT('window');
  const terms = useT('terms.channels');
  const format = useFormat();
  const styles = useStyles();
  const choices = useChannelChoices(page);
  const chosen = useView((view) => view.channel);
  const setChannel = useView((view) => view.setChannel);
  const label = chosen === null ? t('list.allChannels') : terms(chosen);
  return (
    <Menu
      checkedValues={{ channel: [chosen ?? ALL] }}
      onCheckedValueChange={(_, { checkedItems: [value] }) => setChannel(Channel.nullable().catch(null).parse(value))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton aria-label={t('list.channelMenu', { channel: label })} className={styles.button} size="small">
          {chosen !== null && <ChannelDot channel={chosen} />}
          {label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ channel, label: name, mark, count }) => (
            <MenuItemRadio
              icon={mark}
              key={channel ?? ALL}
              name="channel"
              secondaryContent={
                <span className={styles.count}>{count === undefined ? undefined : format.number(count)}</span>
              }
              value={channel ?? ALL}
            >
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
