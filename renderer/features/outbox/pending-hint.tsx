import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { useCommandTitle } from './use-command-title.ts';
import { usePendingFor } from './use-outbox.ts';

/** Says what the outbox holds for a customer and is not done yet; nothing where it holds nothing. */
export function PendingHints({ customer }: { readonly customer: CustomerId }) {
  return usePendingFor(customer).map((entry) => <Hint entry={entry} key={entry.id} />);
}

function Hint({ entry }: { readonly entry: ShownEntry }) {
  const t = useT('outbox');
  const title = useCommandTitle(entry.command);
  const openSync = useView((view) => view.openSync);
  return (
    <MessageBar intent={entry.state === 'needs-attention' ? 'warning' : 'info'}>
      <MessageBarBody>{t('offers.waits', { what: `${title} · ${t(`states.${entry.state}`)}` })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => openSync('outbox')} size="small">
          {t('offers.show')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
