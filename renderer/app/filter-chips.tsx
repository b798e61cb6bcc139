import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useSetFilters } from './filters.tsx';
import { useT } from './i18n.tsx';
import { useNavigationOpen } from './navigation-open.ts';
import type { ListName } from './view.ts';

/** In CSS pixels. */
const CROSS = 14;

const useStyles = makeStyles({
  chips: { display: 'flex', columnGap: tokens.spacingHorizontalXS, flexShrink: 1, minWidth: 0 },
  chip: {
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 1,
    minWidth: '104px',
    maxWidth: '260px',
    fontWeight: tokens.fontWeightRegular,
  },
  label: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What narrows a list and stands nowhere else, each as a button that takes it away. */
export function FilterChips({ page }: { readonly page: ListName }) {
  const t = useT('window.list');
  const styles = useStyles();
  const channelsInNavigation = useNavigationOpen();
  // The search stands in its own box, and in a narrow window the channel in its own menu.
  const shown = useSetFilters(page).filter(({ by }) => by !== 'search' && (by !== 'channel' || channelsInNavigation));
  if (shown.length === 0) return null;
  const chips = shown.map(({ by, label, mark, clearLabel, clear }) => (
    <Button
      appearance="outline"
      aria-label={t('clearFilter', { filter: label, clear: clearLabel })}
      className={styles.chip}
      icon={<DismissRegular fontSize={CROSS} />}
      iconPosition="after"
      key={by}
      onClick={() => {
        clear();
        // This button goes with what it stands for; the focus stays with the list.
        document.getElementById('list')?.focus();
      }}
      shape="circular"
      size="small"
      title={label}
    >
      {mark}
      <span className={styles.label}>{label}</span>
    </Button>
  ));
  return <div className={styles.chips}>{chips}</div>;
}
