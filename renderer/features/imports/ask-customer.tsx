import { Button } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Asking } from './asking.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { useExpectedCustomer } from './expected-customer.ts';
import { useImport } from './use-import.ts';

/** Asks whose facts a file holds, then has it read again. */
export function AskCustomer({ job }: { readonly job: number }) {
  const t = useT('importing.ask');
  const { again } = useImport();
  const { customer, choose, key } = useExpectedCustomer();
  return (
    <Asking
      action={
        <Button
          appearance="primary"
          disabledFocusable={customer === null}
          onClick={() => customer && again(job, { customer: customer.id })}
        >
          {t('again')}
        </Button>
      }
      text={t('customerText')}
      title={t('customerTitle')}
    >
      <CustomerPicker chosen={customer} key={key} onChoose={choose} />
    </Asking>
  );
}
