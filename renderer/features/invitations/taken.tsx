import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { MailArrowForwardRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import { type ChosenCustomer, CustomerPicker } from '#renderer/features/imports/customer-picker.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { ReceivedLink } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly link: ReceivedLink;
  /** The customer that waits for it; `null` where nobody said. */
  readonly customer: CustomerId | null;
  readonly onNext: (() => void) | null;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** A link is taken in: the way on to the customer it is meant for. */
export function Taken({ link, customer: asked, onNext, onAnother, onClose }: Props) {
  const t = useT('composer.receive');
  const customer = asked ?? link.customer;
  const styles = useStyles();
  const partnerName = usePartnerName();
  const openInvite = useView((view) => view.openInvite);
  const [picked, setPicked] = useState<ChosenCustomer | null>(null);
  const { data: waiting } = useQuery({
    ...orpc.customers.get.queryOptions({ input: { id: customer ?? link.createdBy } }),
    enabled: customer !== null,
  });
  const to = customer === null ? picked?.id : customer;
  const name = customer === null ? picked?.name : waiting?.name.value;
  return (
    <div className={styles.root}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('takenTitle')}</MessageBarTitle>{' '}
          {t('takenText', { provider: partnerName(link.createdBy) })}
        </MessageBarBody>
      </MessageBar>
      {customer === null && <CustomerPicker chosen={picked} onChoose={setPicked} />}
      <div className={styles.actions}>
        <Button appearance="subtle" onClick={onAnother}>
          {t('takeAnother')}
        </Button>
        {onNext && <Button onClick={onNext}>{t('next')}</Button>}
        <Button onClick={onClose} {...(customer === null && { ref: takeFocus })}>
          {t('close')}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={to === undefined}
          icon={<MailArrowForwardRegular />}
          onClick={() => to !== undefined && openInvite(to, { flow: 'forward', received: link.id })}
          {...(customer !== null && { ref: takeFocus })}
        >
          {name === undefined ? t('forward') : t('forwardTo', { name })}
        </Button>
      </div>
    </div>
  );
}
