import { createHash, randomUUID } from 'node:crypto';
import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import { type Console, createConsole } from '#electron/console.ts';
import { type HostArguments, readArguments } from '#electron/hosts/arguments.ts';
import { settingsFolder } from '#electron/hosts/folders.ts';
import { firstTag } from '#electron/hosts/locale.ts';
import { keepMemorySmall } from '#electron/hosts/memory.ts';
import { productVersion, rendererFolder } from '#electron/hosts/product.ts';
import { openRendererFiles } from '#electron/hosts/renderer-files.ts';
import { exitCodeOf, sentenceOf } from '#electron/hosts/say.ts';
import { logUnexpected } from '#electron/hosts/unexpected.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { answerOverPort } from './console-port.ts';
import { type Exit, prepareExit } from './exit.ts';
import { toldOfStart } from './failed-start.ts';
import { type FileEvents, fileEvents } from './file-events.ts';
import { systemKeychain } from './keychain.ts';
import { setMenu } from './menu.ts';
import { systemNetwork } from './network.ts';
import { refuseInContents, refuseInSession } from './refusals.ts';
import { type DesktopStores, openDesktopStores } from './stores.ts';
import { keepPlace, makeWindow, showOpened, showPage } from './window.ts';

keepMemorySmall();

const clock = () => new Date();
const newId = () => randomUUID();

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Each workspace has browser storage of its own: two windows on two workspaces never share a lock or a view. */
function settle({ workspace, userData }: HostArguments): void {
  if (userData !== undefined) app.setPath('userData', userData);
  const name = createHash('sha256').update(workspace).digest('hex').slice(0, 16);
  app.setPath('sessionData', join(app.getPath('userData'), 'windows', name));
}

async function openConsole(given: HostArguments, stores: DesktopStores, onHail: () => void): Promise<Console> {
  return createConsole({
    folder: given.workspace,
    sample: given.sample,
    files: given.files,
    host: 'desktop',
    version: productVersion(__dirname),
    engine: `Electron ${process.versions.electron}`,
    locale: given.language ?? firstTag([...app.getPreferredSystemLanguages(), app.getLocale()]),
    clock,
    newId,
    settings: stores.settings,
    draftsFolder: given.drafts,
    backupsFolder: given.backups,
    ...(given.tokenFile !== undefined && { tokenFile: given.tokenFile }),
    keychain: systemKeychain(),
    accountsFolder: given.userData ?? settingsFolder(),
    network: systemNetwork(),
    openPath: openDraft,
    openAddress,
    showFolder: async (folder) => (await shell.openPath(folder)) === '',
    onHail,
  });
}

/** Only mail drafts are ever opened outside the window. */
async function openDraft(path: string): Promise<boolean> {
  return extname(path) === '.eml' && (await shell.openPath(path)) === '';
}

async function openAddress(address: string): Promise<boolean> {
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}

/** Opens everything in order; each opened thing tells `exit` how to release it. */
async function start(given: HostArguments, onFile: FileEvents, exit: Exit): Promise<void> {
  await app.whenReady();
  const stores = openDesktopStores(given.userData ?? settingsFolder(), say);
  let window: BrowserWindow | undefined;
  const console = await openConsole(given, stores, () => {
    if (window !== undefined) showOpened(window);
  });
  exit.before(() => console.close());
  const ownSession = session.defaultSession;
  refuseInSession(ownSession);
  serveApp(ownSession, await openRendererFiles(rendererFolder(__dirname)));
  setMenu();
  const opened = makeWindow(stores, ownSession);
  window = opened;
  exit.before(async () => {
    if (!opened.isDestroyed()) keepPlace(opened, stores);
  });
  refuseInContents(opened.webContents);
  answerOverPort(opened.webContents, console);
  onFile((file) => {
    console.open([file]);
    showOpened(opened);
  });
  await showPage(opened);
}

const exit = prepareExit();

/** Whoever started us by an icon or by a file sees no terminal: why there is no window is said in a box. */
function sayInBox(error: unknown): void {
  if (!app.isReady()) return;
  const told = toldOfStart(error, [...app.getPreferredSystemLanguages(), app.getLocale()]);
  if (told !== null) dialog.showErrorBox(app.getName(), told);
}

function fail(error: unknown): void {
  say(sentenceOf(error));
  sayInBox(error);
  exit.now(exitCodeOf(error));
}

process.on('unhandledRejection', logUnexpected);

try {
  const given = readArguments(process.argv.slice(1), { engine: true });
  settle(given);
  declareAppScheme();
  start(given, fileEvents(), exit).catch(fail);
} catch (error) {
  fail(error);
}
