import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AddCircleRegular,
  ArrowCircleUpRegular,
  EditRegular,
  type FluentIcon,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import type { Change, CustomerChange } from '#shared/model/sync.ts';
import { useChangeWords } from './use-change-words.ts';

const useStyles = makeStyles({
  how: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, verticalAlign: 'middle' },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground3 },
  appeared: { color: tokens.colorStatusSuccessForeground1 },
  changed: { color: tokens.colorBrandForeground1 },
  gone: { color: tokens.colorStatusDangerForeground1 },
  returned: { color: tokens.colorStatusSuccessForeground1 },
  kind: { color: tokens.colorNeutralForeground3 },
});

const ICONS: Record<Change['how'], FluentIcon> = {
  appeared: AddCircleRegular,
  changed: EditRegular,
  gone: SubtractCircleRegular,
  returned: ArrowCircleUpRegular,
};

/** The columns of what a sync changed: how, whose, what, and each field before and now. */
export function useChangeColumns(): readonly DataColumn<CustomerChange>[] {
  const t = useT('sync.changes');
  const styles = useStyles();
  const words = useChangeWords(usePartnerName());
  return useMemo(() => {
    const plain = { sortable: false } as const;
    const columns: readonly DataColumn<CustomerChange>[] = [
      {
        ...plain,
        id: 'how',
        header: t('how'),
        share: 0,
        least: 112,
        cell: ({ how }) => {
          const Icon = ICONS[how];
          return (
            <span className={styles.how}>
              <Icon aria-hidden="true" className={mergeClasses(styles.icon, styles[how])} />
              {t(`hows.${how}`)}
            </span>
          );
        },
      },
      {
        ...plain,
        id: 'customer',
        header: t('customer'),
        share: 2,
        least: 120,
        cell: ({ customerName }) => customerName,
        title: ({ customerName }) => customerName,
      },
      {
        ...plain,
        id: 'thing',
        header: t('thing'),
        share: 2,
        least: 132,
        cell: (change) => (
          <>
            <span className={styles.kind}>{t(`whats.${change.what}`)}</span> {words.thing(change)}
          </>
        ),
        // Where there is no room for the fields' own column they stand here.
        title: (change) =>
          [t(`whats.${change.what}`), change.name, change.id, ...words.fields(change)].filter(Boolean).join('\n'),
      },
      {
        ...plain,
        id: 'fields',
        header: t('fields'),
        share: 3,
        least: 160,
        hiddenBelow: 540,
        cell: (change) => words.fields(change).join(' · '),
        title: (change) => words.fields(change).join('\n'),
      },
    ];
    return columns;
  }, [t, styles, words]);
}
