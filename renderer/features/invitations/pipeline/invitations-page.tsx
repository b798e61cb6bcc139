import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { SplitPane } from '#renderer/app/split-pane.tsx';
import { useView } from '#renderer/app/view.ts';
import { DossierPane } from '#renderer/features/dossier/dossier-pane.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Board } from './board.tsx';
import { InvitationList } from './invitation-list.tsx';
import { NoInvitations } from './no-invitations.tsx';
import { PipelineFilters } from './pipeline-filters.tsx';
import { PipelineHead } from './pipeline-head.tsx';
import { allOf, useInvitationCounts } from './use-pipeline.ts';

/** Every invitation of every customer, as a list or a board, and beside it the dossier of the one that is open. */
export function InvitationsPage({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT();
  const customer = useView((view) => view.customer);
  const closeCustomer = useView((view) => view.closeCustomer);
  return (
    <SplitPane
      onClose={closeCustomer}
      resizeLabel={t('window.list.resize')}
      side={customer && <DossierPane customer={customer} key={customer} />}
      sideLabel={t('window.list.dossier')}
      title={t('pipeline.title')}
    >
      <Pipeline workspace={workspace} />
    </SplitPane>
  );
}

function Pipeline({ workspace: { customers, profile } }: { readonly workspace: OpenWorkspace }) {
  const layout = useView((view) => view.invitationLayout);
  const search = useView((view) => view.invitationFilter.search);
  const { data, error, refetch } = useInvitationCounts();
  const board = layout === 'board';
  const inBoard = useView((view) => (view.invitationFilter.nudge ? data?.nudges : data && allOf(data.counts)));
  const contents = () => {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    if (data === undefined) return <Loading rows={12} />;
    if (search === '' && allOf(data.counts) === 0) return <NoInvitations customers={customers} />;
    return (
      <>
        <PipelineFilters byStatus={!board} counts={data.counts} nudges={data.nudges} />
        {board ? <Board /> : <InvitationList />}
      </>
    );
  };
  return (
    <>
      <PipelineHead provider={profile.programs.includes('indirect-provider')} total={board ? inBoard : data?.total} />
      {contents()}
    </>
  );
}
