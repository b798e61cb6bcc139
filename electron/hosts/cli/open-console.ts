import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { createConsole, type SettingsStore } from '#electron/console.ts';
import { defaultDrafts, defaultWorkspace } from '#electron/hosts/folders.ts';
import { nodeNetwork } from '#electron/hosts/node-network.ts';
import { UsageError } from '#electron/hosts/say.ts';
import { settingsFile } from '#electron/hosts/settings-file.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import { Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { readPassphrase } from './passphrase-file.ts';
import type { Terminal } from './terminal.ts';
import { lookAtTokenFile } from './token-file.ts';

/** What every verb understands. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly asOf?: string;
  readonly passphraseFile?: string;
  readonly plaintext?: boolean;
  readonly userData?: string;
  readonly tokenFile?: string;
}

/** Adds the common options to a verb. */
export function withCommonOptions(verb: Command): Command {
  return verb
    .option('--workspace <folder>', 'the workspace folder (default: this person’s own)')
    .option('--json', 'print exactly one JSON value; messages go to stderr')
    .option('--as-of <instant>', 'answer as of this ISO instant instead of now')
    .option('--user-data <folder>', 'the folder of the settings (default: this person’s own, as the windows have them)')
    .option('--passphrase-file <file>', 'the passphrase of the workspace: the first line of this file')
    .option('--plaintext', 'the records are kept in the clear');
}

/** What a verb says besides the common options. */
interface Particulars {
  readonly backupsFolder?: string;
  readonly reportsFolder?: string;
  /** What `--passphrase-file` says is not about the workspace alone: one in the clear is no contradiction. */
  readonly passphraseElsewhere?: boolean;
  readonly requestsAMinute?: number | undefined;
  /** Ctrl-C closes the console, which stops the work, instead of ending at once. */
  readonly closesOnInterrupt?: boolean;
  /** Opens pages in the browser, for a verb that signs in. */
  readonly openAddress?: (address: string) => Promise<boolean>;
}

/** Opens the workspace, works on it through the contract, and closes it whatever happens. */
export async function withConsole<T>(
  terminal: Terminal,
  options: CommonOptions,
  access: 'read' | 'write',
  work: (client: ConsoleClient) => Promise<T>,
  draftsFolder?: string,
  {
    backupsFolder,
    closesOnInterrupt = false,
    openAddress = () => Promise.resolve(false),
    passphraseElsewhere = false,
    reportsFolder,
    requestsAMinute,
  }: Particulars = {},
): Promise<T> {
  if (access === 'write' && options.asOf !== undefined) {
    throw new UsageError('--as-of is for questions; what is recorded is recorded now.');
  }
  if (options.plaintext && options.passphraseFile !== undefined && !passphraseElsewhere) {
    throw new UsageError('--plaintext and --passphrase-file exclude each other.');
  }
  const { passphraseFile } = options;
  const passphrase = passphraseFile === undefined ? undefined : await readPassphrase(passphraseFile, terminal);
  if (options.tokenFile !== undefined) await lookAtTokenFile(options.tokenFile, terminal);
  const accountsFolder = settingsFolderOf(terminal, options);
  const folder = options.workspace ? resolve(options.workspace) : defaultWorkspace(false);
  const console = await createConsole({
    folder,
    access,
    host: 'cli',
    passphrase,
    ...(backupsFolder === undefined ? {} : { backupsFolder }),
    ...(reportsFolder === undefined ? {} : { reportsFolder }),
    version: terminal.version,
    engine: `Node ${process.versions.node}`,
    locale: null,
    clock: clockOf(options.asOf),
    newId: randomUUID,
    settings: settingsOf(terminal, options),
    ...(accountsFolder === undefined ? {} : { accountsFolder }),
    ...(requestsAMinute === undefined ? {} : { requestsAMinute }),
    ...(options.tokenFile === undefined ? {} : { tokenFile: resolve(options.tokenFile) }),
    draftsFolder: draftsFolder ? resolve(draftsFolder) : defaultDrafts(folder),
    network: nodeNetwork(),
    openPath: () => Promise.resolve(false),
    openAddress,
    onHail: null,
  });
  const takeBack = closesOnInterrupt
    ? terminal.onInterrupt?.(() => void console.close().catch(() => undefined))
    : undefined;
  try {
    if (!passphraseElsewhere) await refuseContradiction(console.client, options);
    return await work(console.client);
  } finally {
    await console.close();
    takeBack?.();
  }
}

/** Somebody who says how the records are kept, and is wrong, must know. */
async function refuseContradiction(client: ConsoleClient, { passphraseFile, plaintext }: CommonOptions): Promise<void> {
  if (!plaintext && passphraseFile === undefined) return;
  const state = await client.workspace.state();
  const { folder } = state;
  const encrypted = state.state === 'locked' || (state.state === 'open' && state.protection !== 'none');
  if (plaintext && encrypted) throw new ProblemError('refused', 'workspaceEncrypted', { folder });
  if (!plaintext && state.state === 'open' && !encrypted) {
    throw new ProblemError('refused', 'workspaceInTheClear', { folder });
  }
}

/** The settings of the person at the terminal: link hosts and templates of their own count here as in the windows. */
function settingsOf(terminal: Terminal, options: CommonOptions): SettingsStore {
  const { err } = terminal;
  const folder = settingsFolderOf(terminal, options);
  if (folder === undefined) return { get: () => DEFAULT_SETTINGS, set: () => undefined };
  return settingsFile(folder, (sentence) => err(`${sentence}\n`));
}

const settingsFolderOf = ({ settings }: Terminal, { userData }: CommonOptions): string | undefined =>
  userData === undefined ? settings : resolve(userData);

function clockOf(asOf: string | undefined): () => Date {
  if (asOf === undefined) return () => new Date();
  const day = /^\d{4}-\d\d-\d\d$/.test(asOf) ? `${asOf}T00:00:00Z` : asOf;
  if (!Instant.safeParse(day).success) throw new UsageError(`--as-of ${asOf} is not an ISO date with time and zone.`);
  return () => new Date(day);
}
