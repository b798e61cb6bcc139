import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, SearchInfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { ChannelDot } from '#renderer/ui/channel-dot.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ChannelMenu } from './channel-menu.tsx';
import { useT } from './i18n.tsx';
import { useNavigationOpen } from './navigation-open.ts';
import { type ListName, useView } from './view.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    flexShrink: 0,
    height: '48px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    minWidth: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  count: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexGrow: 1,
  },
  channel: { columnGap: tokens.spacingHorizontalXS, flexShrink: 0, fontWeight: tokens.fontWeightRegular },
});

interface Props {
  readonly page: ListName;
  readonly title: string;
  /** How many rows there are, in words; read out when it changes. */
  readonly count: string;
  readonly children: ReactNode;
}

/** The frame of a list: its heading, how much it holds, and the channel that narrows it. */
export function ListPage({ page, title, count, children }: Props) {
  const styles = useStyles();
  const facetsShown = useNavigationOpen();
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <span aria-live="polite" className={styles.count} role="status">
          {count}
        </span>
        {facetsShown ? <ChosenChannel /> : <ChannelMenu page={page} />}
      </header>
      {children}
    </>
  );
}

/** The channel picked in the navigation, and the way out of it. */
function ChosenChannel() {
  const t = useT();
  const styles = useStyles();
  const channel = useView((view) => view.channel);
  const setChannel = useView((view) => view.setChannel);
  if (channel === null) return null;
  const name = t(`terms.channels.${channel}`);
  return (
    <Button
      appearance="outline"
      aria-label={t('window.list.clearChannel', { channel: name })}
      className={styles.channel}
      icon={<DismissRegular />}
      iconPosition="after"
      onClick={() => setChannel(null)}
      shape="circular"
      size="small"
    >
      <ChannelDot channel={channel} />
      {name}
    </Button>
  );
}

/** Search or channel leave nothing: says which, and clears what is set. */
export function NothingFound() {
  const t = useT();
  const search = useView((view) => view.search);
  const channel = useView((view) => view.channel);
  const setSearch = useView((view) => view.setSearch);
  const setChannel = useView((view) => view.setChannel);
  const name = channel === null ? '' : t(`terms.channels.${channel}`);
  const [text, clear] = (() => {
    if (channel === null)
      return [t('window.nothingFound.searchText', { search }), t('window.nothingFound.clearSearch')];
    if (search === '') {
      return [t('window.nothingFound.channelText', { channel: name }), t('window.nothingFound.clearChannel')];
    }
    return [t('window.nothingFound.bothText', { channel: name, search }), t('window.nothingFound.clearBoth')];
  })();
  return (
    <EmptyState
      icon={<SearchInfoRegular />}
      title={t('window.nothingFound.title')}
      text={text}
      action={
        <Button
          onClick={() => {
            setSearch('');
            setChannel(null);
            // This button goes with what it stands for; the focus stays with the list.
            document.getElementById('list')?.focus();
          }}
        >
          {clear}
        </Button>
      }
    />
  );
}
