import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ChannelDot } from '#renderer/ui/channel-dot.tsx';
import { CHANNELS, type Channel } from '#shared/model/subscription.ts';
import { useT } from './i18n.tsx';
import { useListCounts } from './lists.ts';
import type { ListName } from './view.ts';

const useStyles = makeStyles({
  all: {
    display: 'block',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThick} solid currentcolor`,
    transform: 'rotate(45deg) scale(0.85)',
  },
});

/** One way to narrow a list: a channel, or `null` for all of them. */
export interface ChannelChoice {
  readonly channel: Channel | null;
  readonly label: string;
  readonly mark: ReactElement;
  /** `undefined` until the list is known. */
  readonly count: number | undefined;
}

/** All channels and each, counted under the present search. */
export function useChannelChoices(page: ListName): readonly ChannelChoice[] {
  const t = useT();
  const styles = useStyles();
  const counts = useListCounts(page);
  return [
    {
      channel: null,
      label: t('window.navigation.allChannels'),
      mark: <span className={styles.all} />,
      count: counts?.all,
    },
    ...CHANNELS.map((channel) => ({
      channel,
      label: t(`terms.channels.${channel}`),
      mark: <ChannelDot channel={channel} />,
      count: counts?.counts[channel],
    })),
  ];
}
