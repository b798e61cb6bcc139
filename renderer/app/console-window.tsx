import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { FailedWorkspace } from '#renderer/features/welcome/failed-workspace.tsx';
import { Welcome } from '#renderer/features/welcome/welcome.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { WorkspaceState } from '#shared/contract/workspace.ts';
import { assertNever } from '#shared/model/problem.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { orpc } from './client.ts';
import { LanguageProvider, useT } from './i18n.tsx';
import { Shell } from './shell.tsx';
import { systemLanguage } from './system-language.ts';
import { useTheme } from './theme.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
});

/** The whole window: language and theme around whatever the workspace's state calls for. */
export function ConsoleWindow() {
  const styles = useStyles();
  const about = useQuery(orpc.about.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const settings = useQuery(orpc.settings.get.queryOptions());
  const workspace = useQuery(orpc.workspace.state.queryOptions());

  const chosen = settings.data ?? DEFAULT_SETTINGS;
  const system = systemLanguage(about.data?.locale);
  const language = chosen.language ?? system;
  const { theme, dark } = useTheme(chosen.theme, language);

  // Until language and theme are known nothing is painted: neither may change under the reader's eyes.
  const settled = !about.isPending && !settings.isPending && !workspace.isPending;
  let content: ReactNode = <Loading />;
  if (workspace.isError) content = <Disconnected />;
  else if (settled && workspace.data) content = <Contents workspace={workspace.data} />;

  return (
    <LanguageProvider language={language}>
      {/* No class here: Fluent would put it on every portal (tooltips, menus) too. */}
      <FluentProvider style={{ height: '100%', colorScheme: dark ? 'dark' : 'light' }} theme={theme}>
        <div className={styles.root}>{content}</div>
      </FluentProvider>
    </LanguageProvider>
  );
}

function Contents({ workspace }: { readonly workspace: WorkspaceState }) {
  const before = useRef(workspace.state);
  useEffect(() => {
    // The button that made or mended the workspace is gone, and the focus with it.
    if (workspace.state === 'open' && before.current !== 'open') document.getElementById('list')?.focus();
    before.current = workspace.state;
  }, [workspace.state]);
  switch (workspace.state) {
    case 'empty':
      return <Welcome folder={workspace.folder} />;
    case 'failed':
      return <FailedWorkspace folder={workspace.folder} problem={workspace.problem} />;
    case 'open':
      return <Shell workspace={workspace} />;
    default:
      return assertNever(workspace);
  }
}

function Disconnected() {
  const t = useT('window.problem');
  return <EmptyState icon={<PlugDisconnectedRegular />} title={t('disconnected')} text={t('disconnectedText')} />;
}
