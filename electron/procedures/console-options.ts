import type { NetworkGift } from '#electron/network/wire.ts';
import type { Keychain } from '#electron/records/key-file.ts';
import type { Host } from '#shared/contract/workspace.ts';
import type { Settings } from '#shared/model/settings.ts';

/** Where a host keeps a person's settings (electron-store on the desktop, conf elsewhere). */
export interface SettingsStore {
  get(): Settings;
  set(next: Settings): void;
}

/** What a host gives the console. Time, ids and the outside world come in here and nowhere else. */
export interface ConsoleOptions {
  /** The workspace folder; it may be empty or missing (then the window asks for a profile). */
  readonly folder: string;
  /** A reader looks at the records beside whoever writes; a writer holds the workspace alone. */
  readonly access?: 'read' | 'write';
  /** Fill the workspace with the invented sample unless it holds it already. */
  readonly sample?: boolean;
  /** Absolute paths of files to open, as named at the start. Whoever holds the workspace already opens them instead. */
  readonly files?: readonly string[];
  readonly host: Host;
  /** The operating system's keychain, where the host has a real one. */
  readonly keychain?: Keychain | null;
  /** Opens a workspace that waits for its passphrase, for hosts with nobody to ask. */
  readonly passphrase?: string | undefined;
  /** Where sign-ins are kept, sealed by the keychain; without it, or without a keychain, they end with the console. */
  readonly accountsFolder?: string;
  /** A file with access tokens, for unattended use in the place of a sign-in. */
  readonly tokenFile?: string;
  readonly version: string;
  /** What runs us, such as `Electron 45.4.1` or `Node 24.21.0`. */
  readonly engine: string;
  /** BCP 47 tag of the language that the system asks for; `null` where the window knows best (a browser's own). */
  readonly locale: string | null;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly settings: SettingsStore;
  /** Where exported drafts go. */
  readonly draftsFolder: string;
  /** Where backups go; beside the workspace unless it is named. */
  readonly backupsFolder?: string;
  /** Where exported lists go; beside the workspace unless it is named. */
  readonly reportsFolder?: string;
  /** The way to the network, with the system's proxy and certificates where the host knows them; else the global `fetch`. */
  readonly network?: NetworkGift;
  /** How many requests a minute each service is sent at most; what it documents to bear, less a tenth, unless given. */
  readonly requestsAMinute?: number;
  /** Opens a file with the program that the operating system has for it; false when there is none. */
  readonly openPath: (path: string) => Promise<boolean>;
  /** Shows a folder with the file manager of this machine; false when there is none. A host without a screen has no such gift. */
  readonly showFolder?: (folder: string) => Promise<boolean>;
  /** Opens the page at an `https:` address (or of a server on this machine, at `http:`) with the system's browser, or a `mailto:` address with its mail program; false when there is none. */
  readonly openAddress: (address: string) => Promise<boolean>;
  /** Somebody started the same workspace again: come to the front. `null` for a host without a window. */
  readonly onHail: (() => void) | null;
}
