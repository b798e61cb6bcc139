import { makeStyles, tokens } from '@fluentui/react-components';
import { SignInDialog } from '#renderer/features/account/sign-in-dialog.tsx';
import { CustomersPage } from '#renderer/features/customers/customers-page.tsx';
import { DossierPane } from '#renderer/features/dossier/dossier-pane.tsx';
import { DropAnywhere } from '#renderer/features/imports/drop-anywhere.tsx';
import { ImportDialog } from '#renderer/features/imports/import-dialog.tsx';
import { BulkDialog } from '#renderer/features/invitations/bulk/bulk-dialog.tsx';
import { fileKey } from '#renderer/features/invitations/file-key.ts';
import { HandOverDialog } from '#renderer/features/invitations/hand-over/hand-over-dialog.tsx';
import { InviteDialog } from '#renderer/features/invitations/invite-dialog.tsx';
import { InvitationsPage } from '#renderer/features/invitations/pipeline/invitations-page.tsx';
import { ReceiveDialog } from '#renderer/features/invitations/receive-dialog.tsx';
import { CommandDialog } from '#renderer/features/outbox/command-dialog.tsx';
import { DamageDialog } from '#renderer/features/records/damage-dialog.tsx';
import { RecordsBanners } from '#renderer/features/records/records-banners.tsx';
import { RulesPage } from '#renderer/features/rules/rules-page.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { SubscriptionsPage } from '#renderer/features/subscriptions/subscriptions-page.tsx';
import { SyncPage } from '#renderer/features/sync/sync-page.tsx';
import { useSyncRenewal } from '#renderer/features/sync/use-sync-renewal.ts';
import { assertNever } from '#shared/model/problem.ts';
import { useFocusAfterDialog } from './focus-after-dialog.ts';
import { useT } from './i18n.tsx';
import { useLandmarkKeys } from './landmarks.ts';
import { Navigation } from './navigation.tsx';
import type { OpenWorkspace } from './open-workspace.ts';
import { useOpenedFiles } from './opened-files.ts';
import { SaidLine } from './said-line.tsx';
import { SplitPane } from './split-pane.tsx';
import { TitleBar } from './title-bar.tsx';
import { isList, type ListName, type OpenDialog, useView } from './view.ts';

const useStyles = makeStyles({
  below: { display: 'flex', flexGrow: 1, minHeight: 0, backgroundColor: tokens.colorNeutralBackground3 },
});

/** An open workspace: title bar, navigation, the list of the present page and the dossier beside it. */
export function Shell({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('window');
  const styles = useStyles();
  // Piece by piece: the search changes with every key, and nothing here depends on it.
  const page = useView((view) => view.page);
  const customer = useView((view) => view.customer);
  const closeCustomer = useView((view) => view.closeCustomer);
  const dialog = useView((view) => view.dialog);
  useFocusAfterDialog(dialog !== null);
  useLandmarkKeys();
  useOpenedFiles();
  useSyncRenewal();
  return (
    <>
      <TitleBar workspace={workspace} />
      <RecordsBanners workspace={workspace} />
      <div className={styles.below}>
        <Navigation />
        {page === 'settings' && <SettingsPage workspace={workspace} />}
        {page === 'invitations' && <InvitationsPage workspace={workspace} />}
        {page === 'sync' && <SyncPage workspace={workspace} />}
        {page === 'rules' && <RulesPage workspace={workspace} />}
        {isList(page) && (
          <SplitPane
            onClose={closeCustomer}
            resizeLabel={t('list.resize')}
            side={customer && <DossierPane customer={customer} key={customer} />}
            sideLabel={t('list.dossier')}
            title={t(`${page}.title`)}
          >
            <ListPageOf page={page} workspace={workspace} />
          </SplitPane>
        )}
      </div>
      <DropAnywhere />
      <DialogOf dialog={dialog} workspace={workspace} />
      <SaidLine />
    </>
  );
}

function DialogOf({ dialog, workspace }: { readonly dialog: OpenDialog; readonly workspace: OpenWorkspace }) {
  if (dialog === null) return null;
  if (dialog === 'import') return <ImportDialog />;
  if (dialog === 'damage') return <DamageDialog workspace={workspace} />;
  if (dialog === 'hand-over') return <HandOverDialog />;
  if (dialog === 'sign-in') return <SignInDialog workspace={workspace} />;
  if ('command' in dialog) return <CommandDialog command={dialog.command} />;
  if ('receive' in dialog) {
    // Other files, such as those dropped onto it, begin it anew.
    return <ReceiveDialog key={(dialog.receive.files ?? []).map(fileKey).join('\n')} {...dialog.receive} />;
  }
  if ('bulk' in dialog) return <BulkDialog customers={dialog.bulk} />;
  const { invite, ...start } = dialog;
  const { draft, flow, received } = start;
  return <InviteDialog customer={invite} key={`${invite} ${flow} ${received} ${draft}`} {...start} />;
}

function ListPageOf({ page, workspace }: { readonly page: ListName; readonly workspace: OpenWorkspace }) {
  switch (page) {
    case 'customers':
      return <CustomersPage known={workspace.customers} />;
    case 'subscriptions':
      return <SubscriptionsPage known={workspace.subscriptions} />;
    default:
      return assertNever(page);
  }
}
