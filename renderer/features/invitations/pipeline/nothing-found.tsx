import { Button } from '@fluentui/react-components';
import { SearchInfoRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { ALL_INVITATIONS, useView } from '#renderer/app/view.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** Search and filters leave no invitation. */
export function NothingFound() {
  const t = useT('pipeline.nothing');
  const setFilter = useView((view) => view.setInvitationFilter);
  return (
    <EmptyState
      action={
        <Button
          onClick={() => {
            setFilter(ALL_INVITATIONS);
            // This button goes with what it stands for; the focus stays with the list.
            document.getElementById('list')?.focus();
          }}
        >
          {t('clear')}
        </Button>
      }
      icon={<SearchInfoRegular />}
      text={t('text')}
      title={t('title')}
    />
  );
}
