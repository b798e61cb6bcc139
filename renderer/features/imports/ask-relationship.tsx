import { Button, Dropdown, Field, Option, Text } from '@fluentui/react-components';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { DelegationId } from '#shared/model/ids.ts';
import { Asking } from './asking.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { useExpectedCustomer } from './expected-customer.ts';
import { useImport } from './use-import.ts';

/** Asks which GDAP relationship a file belongs to, then has it read again. */
export function AskRelationship({ job }: { readonly job: number }) {
  const t = useT();
  const { again } = useImport();
  const { customer, choose, key } = useExpectedCustomer();
  const [relationship, setRelationship] = useState<DelegationId | null>(null);
  const { data: dossier } = useQuery(
    orpc.customers.get.queryOptions({ input: customer === null ? skipToken : { id: customer.id } }),
  );
  const offered = dossier?.delegations.filter(({ kind }) => kind === 'gdap') ?? [];
  const nameOf = (delegation: (typeof offered)[number]) =>
    `${delegation.name ?? delegation.id} · ${t(`terms.delegationStatus.${delegation.status}`)}`;
  const chosen = offered.find(({ id }) => id === relationship);
  return (
    <Asking
      action={
        <Button
          appearance="primary"
          disabledFocusable={!chosen || customer === null}
          onClick={() => chosen && customer && again(job, { customer: customer.id, relationship: chosen.id })}
        >
          {t('importing.ask.againRelationship')}
        </Button>
      }
      text={t('importing.ask.relationshipText')}
      title={t('importing.ask.relationshipTitle')}
    >
      <CustomerPicker
        chosen={customer}
        key={key}
        onChoose={(next) => {
          choose(next);
          setRelationship(null);
        }}
      />
      {dossier && offered.length === 0 && <Text size={200}>{t('importing.ask.noRelationships')}</Text>}
      {offered.length > 0 && (
        <Field label={t('importing.ask.relationship')}>
          <Dropdown
            inlinePopup
            onOptionSelect={(_, { optionValue }) =>
              setRelationship(offered.find(({ id }) => id === optionValue)?.id ?? null)
            }
            placeholder={t('importing.ask.relationshipPlaceholder')}
            selectedOptions={chosen ? [chosen.id] : []}
            value={chosen ? nameOf(chosen) : ''}
          >
            {offered.map((delegation) => (
              <Option key={delegation.id} text={nameOf(delegation)} value={delegation.id}>
                {nameOf(delegation)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
    </Asking>
  );
}
