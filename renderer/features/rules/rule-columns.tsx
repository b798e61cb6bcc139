import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import { CloudOnly } from './cloud-only.tsx';
import { CustomerShare } from './customer-share.tsx';
import { Effects } from './effects.tsx';
import type { FindableRule, RuleSort } from './matching.ts';

type ColumnId = RuleSort['column'] | 'effects' | 'clouds';

const useStyles = makeStyles({
  id: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground2 },
});

/** What is counted of the customers; `undefined` while they are being counted. */
export interface Counted {
  readonly of: number;
  readonly customersOf: (rule: string) => number;
}

/** The columns of the rule browser; the lesser ones leave first when room is short. */
export function useRuleColumns(counted: Counted | undefined): readonly DataColumn<FindableRule, ColumnId>[] {
  const t = useT('ruleBrowser');
  const format = useFormat();
  const styles = useStyles();
  return useMemo(
    () => [
      {
        id: 'rule',
        header: t('columns.rule'),
        share: 0,
        least: 64,
        cell: ({ rule }) => <span className={styles.id}>{rule}</span>,
      },
      {
        id: 'name',
        header: t('columns.name'),
        share: 1,
        least: 140,
        cell: ({ name }) => name,
        title: ({ name }) => name,
      },
      {
        id: 'effects',
        header: t('columns.effects'),
        hint: t('columns.effectsHint'),
        share: 0,
        least: 90,
        sortable: false,
        hiddenBelow: 520,
        cell: ({ effects }) => <Effects of={effects} />,
        title: ({ effects }) => t('says.all', { what: format.list(effects.map((effect) => t(`says.${effect}`))) }),
      },
      {
        id: 'clouds',
        header: t('columns.clouds'),
        share: 0,
        least: 96,
        sortable: false,
        hiddenBelow: 700,
        cell: ({ clouds }) => <CloudOnly clouds={clouds} />,
      },
      {
        id: 'customers',
        header: t('columns.customers'),
        hint: t('columns.customersHint'),
        share: 0.25,
        least: 112,
        numeric: true,
        cell: ({ rule }) => <CustomerShare customers={counted?.customersOf(rule)} of={counted?.of ?? 0} />,
        title: ({ rule }) =>
          counted &&
          t('customersOf', { count: format.number(counted.customersOf(rule)), of: format.number(counted.of) }),
      },
    ],
    [t, format, styles, counted],
  );
}
