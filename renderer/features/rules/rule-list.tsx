import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { PageHead } from '#renderer/app/page-head.tsx';
import { ALL_OUR_RULES, useView } from '#renderer/app/view.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { Cloud } from '#shared/model/partner.ts';
import { type FindableRule, matcherOf, type RuleSort, revealing, sortRules } from './matching.ts';
import { useRuleColumns } from './rule-columns.tsx';
import { RuleFilters } from './rule-filters.tsx';
import { useDeciding, useRuleTable } from './rule-table.ts';
import { Uncounted } from './uncounted.tsx';

const useStyles = makeStyles({
  nothingActions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
});

/** The rules, narrowed by search and filter, each with how many customers it decides an answer for now. */
export function RuleList({ ours }: { readonly ours: Cloud }) {
  const t = useT('ruleBrowser');
  const { rules, error, retry } = useRuleTable();
  const filter = useView((view) => view.ruleFilter);
  const shown = useMemo(() => rules?.filter(matcherOf(filter, ours)), [rules, filter, ours]);
  const seeking = useSought(rules, ours);
  const list = () => {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    // Until the rule that was sought is let through: the table begins at it.
    if (rules === undefined || shown === undefined || seeking) return <Loading rows={12} />;
    if (shown.length === 0) return <NothingFound ours={ours} rules={rules} />;
    return <Table rules={shown} />;
  };
  return (
    <>
      <PageHead
        count={shown && rules ? t('count', { shown: shown.length, all: rules.length }) : ''}
        title={t('title')}
      />
      <RuleFilters ours={ours} rules={rules ?? []} />
      <Uncounted />
      {list()}
    </>
  );
}

/** Lets a rule through that was asked for from elsewhere, once the table is known; tells whether that is still to come. */
function useSought(rules: readonly FindableRule[] | undefined, ours: Cloud): boolean {
  const seeking = useView((view) => view.ruleSought);
  const rule = useView((view) => view.rule);
  const filter = useView((view) => view.ruleFilter);
  const showSought = useView((view) => view.showSought);
  useLayoutEffect(() => {
    if (!seeking || rules === undefined) return;
    const found = rules.find((one) => one.rule === rule);
    showSought(found ? revealing(filter, found, ours) : filter);
  }, [seeking, rules, rule, filter, ours, showSought]);
  return seeking;
}

function Table({ rules }: { readonly rules: readonly FindableRule[] }) {
  const t = useT('ruleBrowser');
  const language = useLanguage();
  const filter = useView((view) => view.ruleFilter);
  const open = useView((view) => view.rule);
  const setRule = useView((view) => view.setRule);
  const [sort, setSort] = useState<RuleSort>({ column: 'rule', descending: false });
  const { data: deciding } = useDeciding();
  const counted = useMemo(
    () => deciding && { of: deciding.of, customersOf: (rule: string) => deciding.customers[rule] ?? 0 },
    [deciding],
  );
  const rows = useMemo(() => {
    const sorted = sortRules(rules, sort, counted?.customersOf ?? (() => 0), new Intl.Collator(language));
    return { total: sorted.length, at: (index: number) => sorted[index], show: () => undefined, sorted };
  }, [rules, sort, counted, language]);
  return (
    <DataTable
      columns={useRuleColumns(counted)}
      begin={Math.max(
        0,
        rows.sorted.findIndex(({ rule }) => rule === open),
      )}
      keyOf={({ rule }) => rule}
      label={t('title')}
      onLeave={() => setRule(null)}
      onOpen={({ rule }) => setRule(rule)}
      onSort={({ column, descending }) => {
        if (column === 'rule' || column === 'name' || column === 'customers') setSort({ column, descending });
      }}
      rows={rows}
      selected={open}
      sort={sort}
      topic={JSON.stringify([filter, sort])}
    />
  );
}

/** Search and filter leave no rule: offers the other cloud's where they hold some, and the way back to all. */
function NothingFound({ rules, ours }: { readonly rules: readonly FindableRule[]; readonly ours: Cloud }) {
  const t = useT('ruleBrowser.nothing');
  const styles = useStyles();
  const filter = useView((view) => view.ruleFilter);
  const setFilter = useView((view) => view.setRuleFilter);
  const elsewhere = rules.filter(matcherOf({ ...filter, cloud: null }, ours)).length;
  // These buttons go with what they stand for; the focus stays with the list.
  const stay = () => document.getElementById('list')?.focus();
  return (
    <EmptyState
      action={
        <span className={styles.nothingActions}>
          {elsewhere > 0 && (
            <Button
              appearance="primary"
              onClick={() => {
                setFilter({ cloud: null });
                stay();
              }}
            >
              {t('bothClouds')}
            </Button>
          )}
          <Button
            onClick={() => {
              setFilter(ALL_OUR_RULES);
              stay();
            }}
          >
            {t('clear')}
          </Button>
        </span>
      }
      icon={<SearchInfoRegular />}
      text={elsewhere > 0 ? t('elsewhere', { count: elsewhere }) : t('text')}
      title={t('title')}
    />
  );
}
