import { Badge, makeStyles, Tooltip } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import type { Gone } from '#shared/model/provenance.ts';

const useStyles = makeStyles({ badge: { flexShrink: 0, whiteSpace: 'nowrap' } });

interface Props {
  readonly gone: Gone;
  /** Whether it is a customer, or something of a customer's. */
  readonly what?: 'customer' | 'subscription';
}

/** Marks what a source used to list and no longer does; since when, and what that means, stands in the tooltip. */
export function GoneBadge({ gone: { asOf, source }, what = 'subscription' }: Props) {
  const t = useT('sync.gone');
  const format = useFormat();
  const sourceName = useSourceName();
  const styles = useStyles();
  const date = format.date(asOf);
  return (
    <Tooltip content={t(what, { source: sourceName(source), date })} relationship="description" withArrow>
      <Badge appearance="outline" className={styles.badge} color="danger">
        {t('badge', { date })}
      </Badge>
    </Tooltip>
  );
}
