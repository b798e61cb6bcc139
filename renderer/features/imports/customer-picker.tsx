import { Combobox, Field, makeStyles, mergeClasses, Option, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import type { CustomerRow } from '#shared/contract/customers.ts';

const OFFERED = 20;

const useStyles = makeStyles({
  field: { width: '320px', maxWidth: '100%' },
  box: { minWidth: 0 },
  list: { maxHeight: '240px' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  domain: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Whom a person chose. */
export type ChosenCustomer = Pick<CustomerRow, 'id' | 'name'>;

interface Props {
  readonly chosen: ChosenCustomer | null;
  readonly onChoose: (customer: ChosenCustomer | null) => void;
}

/** Finds a customer by name or domain, as the list does. */
export function CustomerPicker({ chosen, onChoose }: Props) {
  const t = useT('importing.ask');
  const styles = useStyles();
  const locale = useLanguage();
  const [typed, setTyped] = useState(chosen?.name ?? '');
  const [open, setOpen] = useState(false);
  const search = useDeferredValue(chosen === null ? typed : '');
  const { data } = useQuery(
    orpc.customers.list.queryOptions({ input: { search, locale, limit: OFFERED }, placeholderData: keepPreviousData }),
  );
  const more = data ? data.total - data.items.length : 0;
  return (
    <Field className={styles.field} label={t('customer')}>
      <Combobox
        className={styles.box}
        clearable
        freeform
        inlinePopup
        listbox={{ className: styles.list }}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          onChoose(null);
        }}
        onOpenChange={(_, next) => setOpen(next.open)}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? '');
          onChoose(data?.items.find(({ id }) => id === optionValue) ?? null);
        }}
        open={open}
        placeholder={t('customerPlaceholder')}
        // Fixed: the dialog's scrolling content would cut it off.
        positioning={{
          position: 'below',
          align: 'start',
          fallbackPositions: ['above-start'],
          strategy: 'fixed',
          overflowBoundaryPadding: 8,
        }}
        selectedOptions={chosen === null ? [] : [chosen.id]}
        value={typed}
      >
        {data?.items.map(({ id, name, domain }) => (
          <Option key={id} text={name} value={id}>
            <span className={styles.option}>
              <span className={styles.clip} title={name}>
                {name}
              </span>
              {domain !== null && <span className={mergeClasses(styles.clip, styles.domain)}>{domain}</span>}
            </span>
          </Option>
        ))}
        {more > 0 && (
          <Option disabled text="" value="">
            {t('moreCustomers', { count: more })}
          </Option>
        )}
        {data?.items.length === 0 && (
          <Option disabled text="" value="">
            {t('noCustomers')}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
