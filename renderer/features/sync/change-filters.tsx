import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Change, ChangedThing } from '#shared/model/sync.ts';

/** Narrows what a sync changed; `null` takes all. */
export interface ChangeFilter {
  readonly what: ChangedThing | null;
  readonly how: Change['how'] | null;
}

export const ALL_CHANGES: ChangeFilter = { what: null, how: null };

/** Stands for "do not narrow by this". */
const ALL = 'all';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  button: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  narrowing: {
    color: tokens.colorBrandForeground1,
    borderTopColor: tokens.colorBrandStroke1,
    borderInlineEndColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderInlineStartColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorBrandForeground1 },
  },
});

interface Props {
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
}

/** Two menus that narrow the changes: by what changed, and by how. */
export function ChangeFilters({ filter, onChange }: Props) {
  const t = useT('sync.changes');
  const styles = useStyles();
  return (
    <fieldset aria-label={t('filter')} className={styles.root}>
      <FilterMenu
        name={t('what')}
        onPick={(value) => onChange({ ...filter, what: ChangedThing.safeParse(value).data ?? null })}
        options={ChangedThing.options.map((what) => ({ value: what, label: t(`whats.${what}`) }))}
        picked={filter.what}
      />
      <FilterMenu
        name={t('how')}
        onPick={(value) => onChange({ ...filter, how: Change.shape.how.safeParse(value).data ?? null })}
        options={Change.shape.how.options.map((how) => ({ value: how, label: t(`hows.${how}`) }))}
        picked={filter.how}
      />
    </fieldset>
  );
}

interface FilterMenuProps {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly picked: string | null;
  readonly onPick: (value: string | undefined) => void;
}

function FilterMenu({ name, options, picked, onPick }: FilterMenuProps) {
  const t = useT('sync.changes');
  const styles = useStyles();
  const value = options.find((option) => option.value === picked)?.label ?? t('all');
  return (
    <Menu
      checkedValues={{ picked: [picked ?? ALL] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => onPick(chosen)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          aria-label={t('set', { filter: name, value })}
          className={mergeClasses(styles.button, picked !== null && styles.narrowing)}
          size="small"
        >
          {picked === null ? name : value}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="picked" value={ALL}>
            {t('all')}
          </MenuItemRadio>
          {options.map((option) => (
            <MenuItemRadio key={option.value} name="picked" value={option.value}>
              {option.label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
