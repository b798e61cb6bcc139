import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Explanation } from '#renderer/features/policy/explanation.tsx';
import type { CustomerId } from '#shared/model/ids.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';
import type { Capability } from '#shared/model/policy.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  actions: { display: 'flex', justifyContent: 'flex-end' },
});

interface Props {
  readonly customer: CustomerId;
  readonly decision: Capability;
  readonly kind: InvitationKind;
  readonly onClose: () => void;
}

/** In place of the form: why we may not invite (or can't tell), and what would change that. */
export function NotOpen({ customer, decision, kind, onClose }: Props) {
  const t = useT('inviting');
  const styles = useStyles();
  const denied = decision.context.outcome === 'deny';
  const title = denied ? 'mayNotTitle' : 'cannotTellTitle';
  return (
    <div className={styles.root}>
      <MessageBar intent={denied ? 'error' : 'warning'}>
        <MessageBarBody>
          <MessageBarTitle>{t(kind === 'gdap' ? `gdap.${title}` : title)}</MessageBarTitle>
        </MessageBarBody>
      </MessageBar>
      <Explanation customer={customer} of={decision} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
