import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { ArrowRepeatAllRegular, ShieldAddRegular, ShieldDismissRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { offersOf } from './offers.ts';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  act: { alignSelf: 'flex-start' },
});

/** Begins a request for GDAP. */
export function RequestGdap({ customer }: { readonly customer: CustomerId }) {
  const t = useT('outbox.offers');
  const openCommand = useView((view) => view.openCommand);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button
      icon={<ShieldAddRegular />}
      onClick={() => openCommand({ kind: 'gdap-request', customer })}
      size="small"
      {...restoreFocus}
    >
      {t('request')}
    </Button>
  );
}

/** Begins to take DAP away; nothing where it is not known to be on. */
export function RemoveDap({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('outbox.offers');
  const styles = useStyles();
  const openCommand = useView((view) => view.openCommand);
  const restoreFocus = useRestoreFocusTarget();
  if (dossier.delegatedAccess?.value !== true || dossier.goneUpstream !== undefined) return null;
  return (
    <Button
      className={styles.act}
      icon={<ShieldDismissRegular />}
      onClick={() => openCommand({ kind: 'dap-remove', customer: dossier.id })}
      size="small"
      {...restoreFocus}
    >
      {t('removeDap')}
    </Button>
  );
}

interface Props {
  readonly customer: CustomerId;
  readonly delegation: Delegation;
  /** What the relationship is called. */
  readonly title: string;
}

/** What can be begun with a relationship of ours while it stands: that it extends itself or no longer does, and its end. */
export function DelegationActs({ customer, delegation, title }: Props) {
  const t = useT('outbox.offers');
  const styles = useStyles();
  const openCommand = useView((view) => view.openCommand);
  const us = useProfile()?.partner.tenantId;
  const extending = useRestoreFocusTarget();
  const ending = useRestoreFocusTarget();
  const { extend, terminate } = offersOf(delegation, us);
  if (extend === null && !terminate) return null;
  const act = (label: string) => ({ 'aria-label': t('of', { act: label, name: title }), children: label });
  return (
    <div className={styles.acts}>
      {extend !== null && (
        <Button
          icon={<ArrowRepeatAllRegular />}
          onClick={() => openCommand({ kind: 'gdap-extend', customer, delegation: delegation.id, autoExtend: extend })}
          size="small"
          {...act(t(extend ? 'extend' : 'extendOff'))}
          {...extending}
        />
      )}
      {terminate && (
        <Button
          icon={<ShieldDismissRegular />}
          onClick={() => openCommand({ kind: 'gdap-terminate', customer, delegation: delegation.id })}
          size="small"
          {...act(t('terminate'))}
          {...ending}
        />
      )}
    </div>
  );
}
