import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the folder rules look at; the running machine unless a test says otherwise. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

/** Where this person's workspaces lie unless told otherwise; every host looks in the same place. */
export function dataFolder({ platform, environment, home }: Machine = thisMachine()): string {
  switch (platform) {
    case 'win32':
      return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Partner Console');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Partner Console');
    default:
      return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'partner-console');
  }
}

/** Where a person's settings lie unless told otherwise; every host keeps them there, so that what one sets the others know. */
export function settingsFolder(machine: Machine = thisMachine()): string {
  const { platform, environment, home } = machine;
  if (platform === 'win32' || platform === 'darwin') return join(dataFolder(machine), 'settings');
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'partner-console');
}

/** The workspace that opens when none is named. The sample has a folder of its own, so that it never mixes with real records. */
export function defaultWorkspace(sample: boolean, machine: Machine = thisMachine()): string {
  return join(dataFolder(machine), sample ? 'sample' : 'workspace');
}

/** Drafts stay with the workspace they were written from, so that both move and go together. */
export function defaultDrafts(workspace: string): string {
  return join(workspace, 'drafts');
}

/** Backups lie apart from the workspaces that they are there to outlive: among this person's documents. */
export function defaultBackups(machine: Machine = thisMachine()): string {
  return join(documentsFolder(machine), 'Partner Console backups');
}

/** Desktops on Linux name this folder in the person's language, and say so in a file of their own. */
function documentsFolder({ environment, home, platform }: Machine): string {
  const usual = join(home, 'Documents');
  if (platform === 'win32' || platform === 'darwin') return usual;
  try {
    const said = readFileSync(join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs'), 'utf8');
    const named = /^XDG_DOCUMENTS_DIR="([^"]+)"$/m.exec(said)?.[1];
    return named === undefined ? usual : named.replace(/^\$HOME/, home);
  } catch {
    return usual;
  }
}
