import { makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { DataColumn } from '#renderer/ui/data-column.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { AgeMark } from './age-mark.tsx';
import { LinkMark } from './link-mark.tsx';
import { HintMark, StatusMark } from './status-mark.tsx';
import { acceptance, useInvitationWords } from './use-words.ts';

/** The cell with the button that opens the row's menu. */
export const ACTIONS = 'actions';

const useStyles = makeStyles({
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  status: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  more: { display: 'flex', justifyContent: 'center', fontSize: tokens.fontSizeBase500 },
});

/** The columns of the invitations; the lesser ones leave first when room is short. */
export function useInvitationColumns(onMenu: (row: InvitationRow) => void): readonly DataColumn<InvitationRow>[] {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const words = useInvitationWords();
  return useMemo(() => {
    const plain = { sortable: false } as const;
    const columns: readonly DataColumn<InvitationRow>[] = [
      {
        ...plain,
        id: 'customer',
        header: t('pipeline.columns.customer'),
        share: 2,
        least: 132,
        cell: ({ customerName }) => customerName,
        title: ({ customerName }) => customerName,
      },
      {
        ...plain,
        id: 'kind',
        header: t('pipeline.columns.kind'),
        share: 0,
        least: 88,
        hiddenBelow: 560,
        cell: ({ invitation }) => t(`pipeline.kinds.${invitation.kind}`),
        title: ({ invitation }) => t(`terms.invitationKind.${invitation.kind}`),
      },
      {
        ...plain,
        id: 'status',
        header: t('pipeline.columns.status'),
        share: 0,
        least: 124,
        cell: (row) => (
          <span className={styles.status}>
            <StatusMark status={row.invitation.status} />
            <HintMark row={row} />
          </span>
        ),
        title: (row) => {
          const accepted = acceptance(row);
          if (accepted) return words.evidenceLine(accepted);
          return words.hint(row) ?? t(`pipeline.meanings.${row.invitation.status}`);
        },
      },
      {
        ...plain,
        id: 'age',
        header: t('pipeline.columns.age'),
        hint: t('pipeline.columns.ageHint'),
        share: 0,
        least: 104,
        cell: (row) => <AgeMark row={row} />,
        title: (row) =>
          [words.nudge(row), format.dateTime(row.invitation.history.at(-1)?.at ?? row.invitation.createdAt)]
            .filter((line) => line !== null)
            .join('\n'),
      },
      {
        ...plain,
        id: 'to',
        header: t('pipeline.columns.to'),
        share: 1.6,
        least: 140,
        hiddenBelow: 860,
        cell: ({ invitation }) => invitation.to,
        title: ({ invitation }) => invitation.to,
      },
      {
        ...plain,
        id: 'language',
        header: t('pipeline.columns.language'),
        share: 0,
        least: 92,
        hiddenBelow: 960,
        cell: ({ invitation }) => t(`terms.languages.${invitation.language}`),
      },
      {
        ...plain,
        id: 'author',
        header: t('pipeline.columns.author'),
        share: 1,
        least: 112,
        hiddenBelow: 1080,
        cell: ({ invitation }) => invitation.author,
        title: ({ invitation }) => invitation.author,
      },
      {
        ...plain,
        id: 'reference',
        header: t('pipeline.columns.reference'),
        share: 0,
        least: 164,
        hiddenBelow: 660,
        cell: ({ invitation }) => <span className={styles.mono}>{invitation.id}</span>,
        title: ({ invitation }) => invitation.id,
      },
      {
        ...plain,
        id: 'link',
        header: t('pipeline.columns.link'),
        hint: t('pipeline.columns.linkHint'),
        share: 0,
        least: 100,
        hiddenBelow: 760,
        cell: ({ fingerprint }) => <LinkMark fingerprint={fingerprint} />,
        title: ({ invitation }) => invitation.link,
      },
      {
        ...plain,
        id: ACTIONS,
        header: '',
        hint: t('pipeline.columns.actions'),
        share: 0,
        least: 44,
        cell: () => (
          <span className={styles.more}>
            <MoreHorizontalRegular aria-hidden="true" />
          </span>
        ),
        open: {
          label: ({ invitation }) => t('pipeline.actions.of', { reference: invitation.id }),
          act: onMenu,
        },
      },
    ];
    return columns;
  }, [t, format, styles, words, onMenu]);
}
