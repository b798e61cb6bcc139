import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import type { CustomerRow } from '#shared/contract/customers.ts';

const OFFERED = 20;

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  domain: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly chosen: CustomerRow | null;
  readonly onChoose: (customer: CustomerRow | null) => void;
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
  return (
    <Field label={t('customer')}>
      <Combobox
        clearable
        freeform
        inlinePopup
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
        selectedOptions={chosen === null ? [] : [chosen.id]}
        value={typed}
      >
        {data?.items.map(({ id, name, domain }) => (
          <Option key={id} text={name} value={id}>
            <span className={styles.option}>
              <span>{name}</span>
              <span className={styles.domain}>{domain}</span>
            </span>
          </Option>
        ))}
        {data?.items.length === 0 && (
          <Option disabled text="" value="">
            {t('noCustomers')}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
