import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { awaited } from './acts.ts';
import { useActs } from './use-acts.ts';
import { useInvitationWords } from './use-words.ts';

interface Props {
  readonly row: InvitationRow;
  readonly us: TenantId | undefined;
  /** Shows everything that can be done, re-sending in another language among it. */
  readonly onMenu: (row: InvitationRow, beside: HTMLElement) => void;
}

/** Says what staff should know of an invitation or why it needs a nudge, and offers what helps; nothing where neither is so. */
export function NudgeBar({ row, us, onMenu }: Props) {
  const t = useT('pipeline');
  const words = useInvitationWords();
  const { perform } = useActs();
  const why = words.attention(row);
  if (why === null) return null;
  if (row.hint !== null) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{why}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => void perform({ act: 'mark', status: 'accepted' }, row)} size="small">
            {t('actions.mark.accepted')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  const next = awaited(row, us);
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{why}</MessageBarBody>
      <MessageBarActions>
        {next === null ? (
          <>
            <Button onClick={() => void perform({ act: 'mark', status: 'stale' }, row)} size="small">
              {t('actions.mark.stale')}
            </Button>
            <Button onClick={(event) => onMenu(row, event.currentTarget)} size="small">
              {t('nudge.more')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => void perform({ act: 'mark', status: next }, row)} size="small">
              {t(`actions.mark.${next}`)}
            </Button>
            <Button onClick={() => void perform({ act: 'mark', status: 'withdrawn' }, row)} size="small">
              {t('actions.mark.withdrawn')}
            </Button>
          </>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
