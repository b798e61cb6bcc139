import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWidth } from '#renderer/ui/use-width.ts';
import { ChannelMenu } from './channel-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { useSetFilters } from './filters.tsx';
import { useFormat, useT } from './i18n.tsx';
import { useNavigationOpen } from './navigation-open.ts';
import { PageHead } from './page-head.tsx';
import type { ListName } from './view.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS, flexShrink: 0 },
});

interface Props {
  readonly page: ListName;
  readonly title: string;
  /** How many rows there are, in words; read out when it changes. */
  readonly count: string;
  /** What else can be done with the list, given its width in CSS pixels. */
  readonly tools?: ((width: number) => ReactNode) | undefined;
  readonly children: ReactNode;
}

/** The frame of a list: its heading, how much it holds, what narrows it and what else can be done with it. */
export function ListPage({ page, title, count, tools, children }: Props) {
  const styles = useStyles();
  const facetsShown = useNavigationOpen();
  const [head, width] = useWidth<HTMLElement>();
  return (
    <>
      <PageHead count={count} head={head} title={title}>
        <FilterChips page={page} />
        {!facetsShown && <ChannelMenu page={page} />}
        {tools && <div className={styles.tools}>{tools(width)}</div>}
      </PageHead>
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
