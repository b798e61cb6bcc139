import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { AlertUrgentRegular, FilterDismissRegular } from '@fluentui/react-icons';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { InvitationStatus } from '#shared/model/invitation.ts';
import { StatusIcon } from './status-mark.tsx';
import { allOf } from './use-pipeline.ts';

/** Stands for "do not narrow by status". */
const ALL = 'all';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    minWidth: 0,
    margin: 0,
    border: 'none',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  button: { minWidth: 0, fontWeight: tokens.fontWeightRegular, columnGap: tokens.spacingHorizontalXXS },
  narrowing: {
    color: tokens.colorBrandForeground1,
    borderTopColor: tokens.colorBrandStroke1,
    borderInlineEndColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderInlineStartColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorBrandForeground1 },
  },
  count: { fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  /** How many there are in each status under the search. */
  readonly counts: Partial<Record<InvitationStatus, number>>;
  readonly nudges: number;
  /** On the board the columns are the statuses. */
  readonly byStatus: boolean;
}

/** Status and age narrow the invitations; one button clears both. */
export function PipelineFilters({ counts, nudges, byStatus }: Props) {
  const t = useT('pipeline.filter');
  const styles = useStyles();
  const { status, nudge } = useView((view) => view.invitationFilter);
  const setFilter = useView((view) => view.setInvitationFilter);
  return (
    <fieldset aria-label={t('label')} className={styles.root}>
      {byStatus && <StatusMenu counts={counts} />}
      <ToggleButton
        checked={nudge}
        className={mergeClasses(styles.button, nudge && styles.narrowing)}
        icon={<AlertUrgentRegular />}
        onClick={() => setFilter({ nudge: !nudge })}
        size="small"
      >
        {t('nudge', { count: nudges })}
      </ToggleButton>
      {(nudge || (byStatus && status !== null)) && (
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<FilterDismissRegular />}
          onClick={() => {
            setFilter({ nudge: false, status: null });
            // This button goes with what it stands for; the focus stays with the list.
            document.getElementById('list')?.focus();
          }}
          size="small"
        >
          {t('clear')}
        </Button>
      )}
    </fieldset>
  );
}

function StatusMenu({ counts }: Pick<Props, 'counts'>) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const status = useView((view) => view.invitationFilter.status);
  const setFilter = useView((view) => view.setInvitationFilter);
  const name = t('pipeline.filter.status');
  const value = status === null ? t('pipeline.filter.all') : t(`terms.invitationStatus.${status}`);
  const counted = (count: number) => <span className={styles.count}>{format.number(count)}</span>;
  return (
    <Menu
      checkedValues={{ status: [status ?? ALL] }}
      hasIcons
      onCheckedValueChange={(_, { checkedItems: [picked] }) =>
        setFilter({ status: InvitationStatus.safeParse(picked).data ?? null })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          aria-label={t('pipeline.filter.statusSet', { status: value })}
          className={mergeClasses(styles.button, status !== null && styles.narrowing)}
          size="small"
        >
          {status === null ? name : value}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="status" secondaryContent={counted(allOf(counts))} value={ALL}>
            {t('pipeline.filter.all')}
          </MenuItemRadio>
          <MenuDivider />
          {InvitationStatus.options.map((one) => (
            <MenuItemRadio
              icon={<StatusIcon status={one} />}
              key={one}
              name="status"
              secondaryContent={counted(counts[one] ?? 0)}
              value={one}
            >
              {t(`terms.invitationStatus.${one}`)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
