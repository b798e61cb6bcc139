import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { CommandStart } from '#renderer/app/view.ts';
import { Explanation } from '#renderer/features/policy/explanation.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Capability, Decision } from '#shared/model/policy.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  actions: { display: 'flex', justifyContent: 'flex-end' },
});

/** The question that the policy was asked about a command. */
const ASKED: Record<CommandStart['kind'], Pick<Capability, 'action' | 'properties'>> = {
  'gdap-request': { action: 'delegation.request', properties: { kind: 'gdap' } },
  'gdap-extend': { action: 'delegation.extend', properties: {} },
  'gdap-terminate': { action: 'delegation.terminate', properties: {} },
  'dap-remove': { action: 'delegation.terminate', properties: {} },
};

interface Props {
  readonly kind: CommandStart['kind'];
  readonly decision: Decision;
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

/** In place of the form: by which rule we may not (or nobody can tell), and what would change that. */
export function MayNot({ kind, decision, dossier, onClose }: Props) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const denied = decision.context.outcome === 'deny';
  return (
    <div className={styles.root}>
      <MessageBar intent={denied ? 'error' : 'warning'}>
        <MessageBarBody>
          <MessageBarTitle>{t(denied ? 'mayNotTitle' : 'cannotTellTitle')}</MessageBarTitle>
        </MessageBarBody>
      </MessageBar>
      <Explanation customer={dossier.id} of={{ ...ASKED[kind], ...decision }} />
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
