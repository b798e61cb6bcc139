import { createRouterClient } from '@orpc/server';
import type { ConsoleClient } from '#shared/contract/index.ts';
import { account } from './procedures/account.ts';
import type { ConsoleOptions } from './procedures/console-options.ts';
import { customers, delegations, subscriptions } from './procedures/customers.ts';
import { imports } from './procedures/imports.ts';
import { invitations } from './procedures/invitations/index.ts';
import { opened } from './procedures/opened.ts';
import { outbox } from './procedures/outbox.ts';
import { policy } from './procedures/policy.ts';
import { reports } from './procedures/reports.ts';
import { implementOn, type Session } from './procedures/session.ts';
import { sync } from './procedures/sync.ts';
import { about, settings, workspace } from './procedures/workspace.ts';
import { acquireLock, type Lock } from './records/lock.ts';
import { WorkspaceSession } from './workspace-session.ts';

export type { ConsoleOptions, SettingsStore } from './procedures/console-options.ts';

export interface Console {
  /** The contract, implemented; a host carries it somewhere. */
  readonly router: ReturnType<typeof routerOn>;
  /** The same procedures called in this process, arguments and results checked all the same. */
  readonly client: ConsoleClient;
  /** Keeps files that a person opened with the console until the window takes them. */
  open(files: readonly string[]): void;
  /** Stops what is being done and releases the workspace; nothing may be called afterwards but this. */
  close(): Promise<void>;
}

/**
 * Builds the whole main side, with no word of Electron. A workspace that somebody else writes to is a `busy`
 * problem (after hailing its holder, which opens our files in our place); one that can't be read opens in the state
 * `failed`, for the window to show. A window is not kept waiting while the workspace is opened: what it asks is answered
 * when that is done.
 */
export async function createConsole(options: ConsoleOptions): Promise<Console> {
  const session = new WorkspaceSession(options);
  const open = (files: readonly string[]) => {
    for (const file of files) session.opened.add(file);
  };
  const { onHail } = options;
  const hailed = (files: readonly string[]) => {
    open(files);
    onHail?.();
  };
  const lock = await lockFor(options, onHail && hailed);
  session.open();
  if (options.host === 'cli') await session.ready.catch(releasing(lock));
  const router = routerOn(session);
  let closed: Promise<void> | undefined;
  return {
    router,
    client: createRouterClient(router),
    open,
    close: () => {
      closed ??= session.close().finally(() => lock?.release());
      return closed;
    },
  };
}

function routerOn(session: Session) {
  const on = implementOn(session);
  return on.router({
    about: about(on),
    workspace: workspace(on),
    settings: settings(on),
    customers: customers(on),
    subscriptions: subscriptions(on),
    delegations: delegations(on),
    policy: policy(on),
    imports: imports(on),
    invitations: invitations(on),
    opened: opened(on),
    reports: reports(on),
    sync: sync(on),
    outbox: outbox(on),
    account: account(on),
  });
}

function lockFor(
  { access = 'write', files, folder, host }: ConsoleOptions,
  onHail: ((files: readonly string[]) => void) | null,
): Promise<Lock> | undefined {
  return access === 'write' ? acquireLock(folder, host, onHail, files) : undefined;
}

/** A start that fails must not leave the workspace locked. */
function releasing(lock: Lock | undefined): (error: unknown) => Promise<never> {
  return async (error) => {
    await lock?.release();
    throw error;
  };
}
