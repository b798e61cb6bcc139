import {
  Button,
  Checkbox,
  makeStyles,
  SearchBox,
  Text,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { fold } from '#shared/model/fold.ts';
import type { TenantId } from '#shared/model/ids.ts';
import type { PartnerReference } from '#shared/model/partner.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: 0, margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, marginBottom: '4px' },
  search: { flexGrow: 1, minWidth: 0, maxWidth: 'none' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingVerticalXXS,
    height: '224px',
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  id: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  nothing: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly resellers: readonly PartnerReference[];
  readonly chosen: ReadonlySet<TenantId>;
  readonly onChoose: (chosen: ReadonlySet<TenantId>) => void;
}

/** Any number of our own resellers, found by name or id. */
export function ResellerChoice({ resellers, chosen, onChoose }: Props) {
  const t = useT('handOver.resellers');
  const styles = useStyles();
  const keys = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  const [search, setSearch] = useState('');
  const shown = useMemo(() => {
    const wanted = fold(search.trim());
    return resellers.filter(({ tenantId, name = '', mpnId = '' }) =>
      [tenantId, name, mpnId].some((text) => fold(text).includes(wanted)),
    );
  }, [resellers, search]);
  const choose = (ids: readonly TenantId[], wanted: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (wanted) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{t('label')}</legend>
      <div className={styles.head}>
        <SearchBox
          aria-label={t('search')}
          className={styles.search}
          onChange={(_, { value }) => setSearch(value)}
          onKeyDown={(event) => {
            // It would hand over what is chosen so far.
            if (event.key === 'Enter') event.preventDefault();
          }}
          placeholder={t('search')}
          size="small"
          value={search}
        />
        <Button
          onClick={() =>
            choose(
              shown.map(({ tenantId }) => tenantId),
              true,
            )
          }
          size="small"
        >
          {t('all')}
        </Button>
        <Button disabledFocusable={chosen.size === 0} onClick={() => onChoose(new Set())} size="small">
          {t('none')}
        </Button>
      </div>
      {shown.length === 0 ? (
        <Text className={styles.nothing} size={200}>
          {t('nothing', { search })}
        </Text>
      ) : (
        <ul aria-label={t('label')} className={styles.list} {...keys}>
          {shown.map(({ tenantId, name, mpnId }) => (
            <li key={tenantId}>
              <Checkbox
                checked={chosen.has(tenantId)}
                label={
                  <span className={styles.name}>
                    {name ?? tenantId}
                    {mpnId !== undefined && <span className={styles.id}>{t('mpn', { mpnId })}</span>}
                  </span>
                }
                onChange={(_, { checked }) => choose([tenantId], checked === true)}
              />
            </li>
          ))}
        </ul>
      )}
      <Text className={styles.count} role="status" size={200}>
        {t('chosen', { chosen: chosen.size, of: resellers.length })}
      </Text>
    </fieldset>
  );
}
