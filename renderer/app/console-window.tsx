import { FluentProvider, makeStyles, useFocusFinders } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { FailedWorkspace } from '#renderer/features/welcome/failed-workspace.tsx';
import { LockedWorkspace } from '#renderer/features/welcome/locked-workspace.tsx';
import { OpeningWorkspace } from '#renderer/features/welcome/opening-workspace.tsx';
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

/** While the workspace is being opened, its progress is asked for this often (milliseconds). */
const PROGRESS = 250;

const refetchInterval = ({ state: { data } }: { readonly state: { readonly data: WorkspaceState | undefined } }) =>
  data?.state === 'opening' ? PROGRESS : false;

/** The whole window: language and theme around whatever the workspace's state calls for. */
export function ConsoleWindow() {
  const styles = useStyles();
  // Keeps Fluent's focus keeper for as long as the window stands. It would else go with the first screen, when a dialog
  // over it opens the workspace, and leave the whole window hidden from screen readers, as it is behind a dialog.
  useFocusFinders();
  const about = useQuery(orpc.about.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const settings = useQuery(orpc.settings.get.queryOptions());
  const workspace = useQuery(orpc.workspace.state.queryOptions({ refetchInterval }));

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
      return <Welcome folder={workspace.folder} keychain={workspace.keychain} />;
    case 'locked':
      return <LockedWorkspace folder={workspace.folder} />;
    case 'opening':
      return <OpeningWorkspace doing={workspace.doing} done={workspace.done} of={workspace.of} />;
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
