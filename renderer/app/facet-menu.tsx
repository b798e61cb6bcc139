import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { FACETS_TOLD } from '#shared/contract/customers.ts';
import { type FacetFilter, useFacetFilters } from './facet-filters.ts';
import { useFormat, useT } from './i18n.tsx';
import type { ListName } from './view.ts';

const ANY = '';

const useStyles = makeStyles({
  button: { flexShrink: 0, minWidth: 0, fontWeight: tokens.fontWeightRegular },
  popover: { maxWidth: '440px' },
  values: { maxWidth: '380px', maxHeight: 'min(60vh, 520px)', overflowY: 'auto' },
  list: { maxWidth: 'none' },
  item: { maxWidth: 'none' },
  set: {
    display: 'block',
    maxWidth: '180px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForeground1,
  },
  count: { fontVariantNumeric: 'tabular-nums' },
  none: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly page: ListName;
  /** Show the icon alone. */
  readonly compact: boolean;
}

/** Everything that may narrow a list by what its rows have in common: first by what, then the values, each counted. */
export function FacetMenu({ page, compact }: Props) {
  const t = useT('filters');
  const styles = useStyles();
  const filters = useFacetFilters(page);
  const set = filters.filter(({ value }) => value !== null);
  const label = t('button');
  const name = set.length === 0 ? label : t('buttonSet', { count: set.length });
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          aria-label={name}
          className={styles.button}
          icon={<FilterRegular />}
          size="small"
          {...(compact ? { menuIcon: null, title: name } : {})}
        >
          {!compact && label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList className={styles.list}>
          {filters.map((filter) => (
            <FilterItem filter={filter} key={filter.name} />
          ))}
          {set.length > 0 && (
            <>
              <MenuDivider />
              <MenuItem
                onClick={() => {
                  for (const filter of set) filter.set(null);
                }}
              >
                {t('clearAll')}
              </MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** One filter, with its values beside it. */
function FilterItem({ filter }: { readonly filter: FacetFilter }) {
  const styles = useStyles();
  const { name, label, value, valueLabel, set } = filter;
  return (
    <Menu
      checkedValues={{ [name]: [value ?? ANY] }}
      hasCheckmarks
      onCheckedValueChange={(_, { checkedItems: [chosen = ANY] }) => set(chosen === ANY ? null : chosen)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem
          className={styles.item}
          secondaryContent={valueLabel === null ? null : <span className={styles.set}>{valueLabel}</span>}
        >
          {label}
        </MenuItem>
      </MenuTrigger>
      <MenuPopover className={styles.values}>
        <Values filter={filter} />
      </MenuPopover>
    </Menu>
  );
}

function Values({ filter: { name, value, valueLabel, values = [] } }: { readonly filter: FacetFilter }) {
  const t = useT('filters');
  const format = useFormat();
  const styles = useStyles();
  // What is set stands there even where no row has it.
  const missing = value !== null && valueLabel !== null && !values.some((one) => one.value === value);
  const shown = missing ? [{ value, label: valueLabel, count: 0 }, ...values] : values;
  return (
    <MenuList className={styles.list}>
      <MenuItemRadio className={styles.item} name={name} value={ANY}>
        {t('any')}
      </MenuItemRadio>
      {shown.map((one) => (
        <MenuItemRadio
          className={styles.item}
          key={one.value}
          name={name}
          secondaryContent={<span className={styles.count}>{format.number(one.count)}</span>}
          value={one.value}
        >
          <span className={one.count === 0 ? styles.none : undefined}>{one.label}</span>
        </MenuItemRadio>
      ))}
      {shown.length === 0 && <MenuItem disabled>{t('noValues')}</MenuItem>}
      {values.length >= FACETS_TOLD && <MenuItem disabled>{t('more', { count: FACETS_TOLD })}</MenuItem>}
    </MenuList>
  );
}
