import type { ReactElement } from 'react';
import { ChannelDot } from '#renderer/ui/channel-dot.tsx';
import { OutcomeIcon } from '#renderer/ui/outcome-mark.tsx';
import { type FilterName, useFacetFilters } from './facet-filters.ts';
import { useT } from './i18n.tsx';
import { type AnswerFilter, type ListName, useView } from './view.ts';

/** One thing that narrows a list now, and the way out of it. */
export interface SetFilter {
  readonly by: 'search' | 'channel' | 'answer' | 'rule' | FilterName;
  /** Short, for a chip: "Provision: we may not". */
  readonly label: string;
  readonly mark?: ReactElement;
  /** What to say when it alone leaves nothing. */
  readonly nothing: string;
  /** What clearing it is called. */
  readonly clearLabel: string;
  readonly clear: () => void;
  /** Shows what narrows the list, where that is something to be read. */
  readonly open?: { readonly label: string; readonly act: () => void };
}

/** Everything that narrows a list now: search, channel, an answer of the policy (subscriptions), a rule (customers), the other filters. */
export function useSetFilters(page: ListName): readonly SetFilter[] {
  const t = useT('window');
  const terms = useT('terms.channels');
  const answerLabel = useAnswerFilterLabel();
  const capabilities = useT('capabilities.filter');
  const search = useView((view) => view.search);
  const setSearch = useView((view) => view.setSearch);
  const channel = useView((view) => view.channel);
  const setChannel = useView((view) => view.setChannel);
  const answer = useView((view) => view.answerFilter);
  const setAnswer = useView((view) => view.setAnswerFilter);
  const decided = useT('ruleBrowser.decidedBy');
  const rule = useView((view) => view.decidedBy);
  const setRule = useView((view) => view.setDecidedBy);
  const openRule = useView((view) => view.openRule);

  const words = useT('filters');
  const facets = useFacetFilters(page);

  const filters: SetFilter[] = [];
  if (search !== '') {
    filters.push({
      by: 'search',
      label: search,
      nothing: t('nothingFound.searchText', { search }),
      clearLabel: t('nothingFound.clearSearch'),
      clear: () => setSearch(''),
    });
  }
  if (channel !== null) {
    const name = terms(channel);
    filters.push({
      by: 'channel',
      label: name,
      mark: <ChannelDot channel={channel} />,
      nothing: t('nothingFound.channelText', { channel: name }),
      clearLabel: t('nothingFound.clearChannel'),
      clear: () => setChannel(null),
    });
  }
  if (page === 'subscriptions' && answer !== null) {
    const label = answerLabel(answer);
    filters.push({
      by: 'answer',
      label,
      mark: <OutcomeIcon outcome={answer.outcome} outlined />,
      nothing: capabilities('nothing', { filter: label }),
      clearLabel: capabilities('clear'),
      clear: () => setAnswer(null),
    });
  }
  if (page === 'customers' && rule !== null) {
    filters.push({
      by: 'rule',
      label: decided('label', { rule }),
      nothing: decided('nothing', { rule }),
      clearLabel: decided('clear'),
      clear: () => setRule(null),
      open: { label: decided('open', { rule }), act: () => openRule(rule) },
    });
  }
  for (const { name, label, valueLabel, set } of facets) {
    if (valueLabel === null) continue;
    filters.push({
      by: name,
      label: words('chip', { filter: label, value: valueLabel }),
      nothing: words('nothing', { filter: label, value: valueLabel }),
      clearLabel: words('clear'),
      clear: () => set(null),
    });
  }
  return filters;
}

/** Names a filter by answer: "Provision: we may not". */
export function useAnswerFilterLabel(): (filter: AnswerFilter) => string {
  const t = useT();
  return ({ action, outcome }) =>
    t(`capabilities.filter.set.${outcome}`, {
      action: t(`capabilities.short.${action}`),
    });
}
