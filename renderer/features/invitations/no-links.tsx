import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, MailInboxRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { CustomerId } from '#shared/model/ids.ts';

interface Props {
  readonly customer: CustomerId;
  /** Goes to the request for a link; `null` where we may not ask. */
  readonly onAsk: (() => void) | null;
}

/** There is nothing to forward yet: a link is taken in, or asked for. */
export function NoLinks({ customer, onAsk }: Props) {
  const t = useT('composer');
  const openReceive = useView((view) => view.openReceive);
  return (
    <EmptyState
      action={
        <>
          <Button appearance="primary" icon={<ArrowDownloadRegular />} onClick={() => openReceive({ customer })}>
            {t('received.takeIn')}
          </Button>
          {onAsk && <Button onClick={onAsk}>{t('ways.ask-provider')}</Button>}
        </>
      }
      compact
      icon={<MailInboxRegular />}
      text={t('received.none')}
      title={t('ways.noneReceived')}
    />
  );
}
