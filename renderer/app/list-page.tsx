import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWidth } from '#renderer/ui/use-width.ts';
import { ChannelMenu } from './channel-menu.tsx';
import { FacetMenu } from './facet-menu.tsx';
import { FilterChips, useShownFilters } from './filter-chips.tsx';
import { useSetFilters } from './filters.tsx';
import { useFormat, useT } from './i18n.tsx';
import { useNavigationOpen } from './navigation-open.ts';
import { PageHead } from './page-head.tsx';
import type { ListName } from './view.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS, flexShrink: 0 },
});

/** What stands in the head, given the list's width in CSS pixels and whether there is room for icons alone. */
export type ListTools = (width: number, compact: boolean) => ReactNode;

/** In a list narrower than this (CSS pixels) the head's buttons are icons alone: what narrows the list needs the room. */
const WORDY = { whole: 640, narrowed: 960 };

/** So many filters have room in the head; more of them, or two in a list narrower than this (CSS pixels), have a line of their own. */
const IN_HEAD = { most: 2, roomForTwo: 900 };

interface Props {
  readonly page: ListName;
  readonly title: string;
  /** How many rows there are, in words; read out when it changes. */
  readonly count: string;
  /** What else can be done with the list. */
  readonly tools?: ListTools | undefined;
  readonly children: ReactNode;
}

/** The frame of a list: its heading, how much it holds, what narrows it and what else can be done with it. */
export function ListPage({ page, title, count, tools, children }: Props) {
  const styles = useStyles();
  const facetsShown = useNavigationOpen();
  const [head, width] = useWidth<HTMLElement>();
  const chips = useShownFilters(page);
  const below = chips.length > IN_HEAD.most || (chips.length === IN_HEAD.most && width < IN_HEAD.roomForTwo);
  const compact = width < (chips.length > 0 && !below ? WORDY.narrowed : WORDY.whole);
  return (
    <>
      <PageHead count={count} head={head} title={title}>
        {!below && <FilterChips filters={chips} />}
        {!facetsShown && <ChannelMenu page={page} />}
        <div className={styles.tools}>
          <FacetMenu compact={compact} page={page} />
          {tools?.(width, compact)}
        </div>
      </PageHead>
      {below && <FilterChips filters={chips} line />}
      {children}
    </>
  );
}

/** What is set leaves nothing: says what that is, and clears it. */
export function NothingFound({ page }: { readonly page: ListName }) {
  const t = useT('window.nothingFound');
  const format = useFormat();
  const filters = useSetFilters(page);
  const [first, ...others] = filters;
  if (first === undefined) return null;
  const quoted = filters.map(({ label }) => t('quoted', { filter: label }));
  const text = others.length === 0 ? first.nothing : t('severalText', { filters: format.list(quoted) });
  return (
    <EmptyState
      icon={<SearchInfoRegular />}
      title={t('title')}
      text={text}
      action={
        <Button
          onClick={() => {
            for (const { clear } of filters) clear();
            // This button goes with what it stands for; the focus stays with the list.
            document.getElementById('list')?.focus();
          }}
        >
          {others.length === 0 ? first.clearLabel : t('clearAll')}
        </Button>
      }
    />
  );
}
