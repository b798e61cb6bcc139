import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type SetFilter, useSetFilters } from './filters.tsx';
import { useT } from './i18n.tsx';
import { useNavigationOpen } from './navigation-open.ts';
import type { ListName } from './view.ts';

/** In CSS pixels. */
const CROSS = 14;

const useStyles = makeStyles({
  chips: { display: 'flex', columnGap: tokens.spacingHorizontalXS, flexShrink: 1, minWidth: 0 },
  line: {
    flexWrap: 'wrap',
    flexShrink: 0,
    rowGap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  chip: {
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 1,
    minWidth: '104px',
    maxWidth: '260px',
    fontWeight: tokens.fontWeightRegular,
  },
  label: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  /** Two buttons in the shape of one chip. */
  pair: { display: 'flex', flexShrink: 1, minWidth: '104px', maxWidth: '260px' },
  open: {
    flexShrink: 1,
    minWidth: 0,
    borderTopRightRadius: 0,
    borderBottomRightRadius: 0,
    fontWeight: tokens.fontWeightRegular,
  },
  cross: {
    flexShrink: 0,
    minWidth: '28px',
    maxWidth: '28px',
    paddingInline: 0,
    borderLeft: 'none',
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
  },
});

/** What narrows a list and is shown nowhere else. */
export function useShownFilters(page: ListName): readonly SetFilter[] {
  const channelsInNavigation = useNavigationOpen();
  // The search stands in its own box, and in a narrow window the channel in its own menu.
  return useSetFilters(page).filter(({ by }) => by !== 'search' && (by !== 'channel' || channelsInNavigation));
}

interface Props {
  readonly filters: readonly SetFilter[];
  /** As a line of its own, instead of within another one. */
  readonly line?: boolean;
}

/** What narrows a list, each with the way out of it. */
export function FilterChips({ filters, line = false }: Props) {
  const styles = useStyles();
  if (filters.length === 0) return null;
  return (
    <div className={mergeClasses(styles.chips, line && styles.line)}>
      {filters.map((filter) => (
        <Chip filter={filter} key={filter.by} />
      ))}
    </div>
  );
}

/** A button that takes the filter away; where there is something to be read about it, a second one shows that. */
function Chip({ filter: { label, mark, clearLabel, clear, open } }: { readonly filter: SetFilter }) {
  const t = useT('window.list');
  const styles = useStyles();
  const looks = { appearance: 'outline', shape: 'circular', size: 'small' } as const;
  const clearing = {
    'aria-label': t('clearFilter', { filter: label, clear: clearLabel }),
    icon: <DismissRegular fontSize={CROSS} />,
    onClick: () => {
      clear();
      // This button goes with what it stands for; the focus stays with the list.
      document.getElementById('list')?.focus();
    },
  };
  const content = (
    <>
      {mark}
      <span className={styles.label}>{label}</span>
    </>
  );
  if (open === undefined) {
    return (
      <Button {...looks} {...clearing} className={styles.chip} iconPosition="after" title={label}>
        {content}
      </Button>
    );
  }
  return (
    <span className={styles.pair}>
      <Button {...looks} className={styles.open} onClick={open.act} title={open.label}>
        {content}
      </Button>
      <Button {...looks} {...clearing} className={styles.cross} title={clearLabel} />
    </span>
  );
}
