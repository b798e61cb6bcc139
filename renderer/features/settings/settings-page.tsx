import { Card, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import { TemplateManager } from '#renderer/features/invitations/templates/template-manager.tsx';
import { AuditCard } from '#renderer/features/records/audit-card.tsx';
import { BackupCard } from '#renderer/features/records/backup-card.tsx';
import { EraseCard } from '#renderer/features/records/erase-card.tsx';
import { RecordsCard } from '#renderer/features/records/records-card.tsx';
import { DEFAULT_SETTINGS, type Settings } from '#shared/model/settings.ts';
import { About } from './about.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LinkHosts } from './link-hosts.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { WorkspaceProfile } from './workspace-profile.tsx';

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'auto',
    margin: `0 ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS} 0`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outline: 'none',
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '720px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: { padding: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalL },
});

/** What a person sets for this machine, whose workspace this is, and what is running here. Choices take effect at once. */
export function SettingsPage({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('window.settings');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { data: settings = DEFAULT_SETTINGS } = useQuery(orpc.settings.get.queryOptions());
  const save = useMutation(
    orpc.settings.set.mutationOptions({
      onSuccess: (saved: Settings) => queries.setQueryData(orpc.settings.get.queryKey(), saved),
    }),
  );
  return (
    <main className={styles.page} id="list" tabIndex={-1}>
      <div className={styles.column}>
        <h1 className={styles.title}>{t('title')}</h1>
        {save.isError && (
          <MessageBar intent="error">
            <MessageBarBody>{problemText(save.error)}</MessageBarBody>
          </MessageBar>
        )}
        <Card className={styles.card}>
          <LanguageChoice value={settings.language} onChange={(language) => save.mutate({ language })} />
          <ThemeChoice value={settings.theme} onChange={(theme) => save.mutate({ theme })} />
        </Card>
        <RecordsCard workspace={workspace} />
        <BackupCard />
        <AuditCard />
        <TemplateManager />
        <LinkHosts added={settings.linkHosts} ours={workspace.profile.cloud} />
        <WorkspaceProfile profile={workspace.profile} />
        <About folder={workspace.folder} />
        <EraseCard partner={workspace.profile.partner.name} />
      </div>
    </main>
  );
}
