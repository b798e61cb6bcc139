import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { Clash } from '#shared/model/sync.ts';

/** Says at a subscription that two sources contradict each other on it, and leads to where that is decided. */
export function ClashHint({
  clashes,
  subscription,
}: {
  readonly clashes: readonly Clash[] | undefined;
  readonly subscription: string;
}) {
  const t = useT('sync.clashes');
  const openSync = useView((view) => view.openSync);
  if (!clashes?.some((clash) => clash.subscription === subscription && clash.resolved === null)) return null;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{t('hint')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => openSync('clashes')} size="small">
          {t('hintShow')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
