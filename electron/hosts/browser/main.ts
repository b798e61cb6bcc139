import { randomUUID } from 'node:crypto';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Console, createConsole } from '#electron/console.ts';
import { type HostArguments, readArguments } from '#electron/hosts/arguments.ts';
import { settingsFolder } from '#electron/hosts/folders.ts';
import { keepMemorySmall } from '#electron/hosts/memory.ts';
import { nodeNetwork } from '#electron/hosts/node-network.ts';
import { hasScreen, openOutside } from '#electron/hosts/open-outside.ts';
import { productVersion, rendererFolder } from '#electron/hosts/product.ts';
import { openRendererFiles } from '#electron/hosts/renderer-files.ts';
import { EXIT, exitCodeOf, sentenceOf } from '#electron/hosts/say.ts';
import { settingsFile } from '#electron/hosts/settings-file.ts';
import { logUnexpected } from '#electron/hosts/unexpected.ts';
import { type BrowserServer, serve } from './server.ts';

keepMemorySmall();

const bundleFolder = dirname(fileURLToPath(import.meta.url));
const clock = () => new Date();
const newId = () => randomUUID();

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function openConsole(given: HostArguments, onHail: () => void): Promise<Console> {
  return createConsole({
    folder: given.workspace,
    sample: given.sample,
    files: given.files,
    host: 'browser',
    version: productVersion(bundleFolder),
    engine: `Node ${process.versions.node}`,
    locale: given.language ?? null,
    clock,
    newId,
    settings: settingsFile(given.userData ?? settingsFolder(), say),
    draftsFolder: given.drafts,
    backupsFolder: given.backups,
    ...(given.tokenFile !== undefined && { tokenFile: given.tokenFile }),
    network: nodeNetwork(),
    // Only mail drafts are ever opened outside the window.
    openPath: async (path) => extname(path) === '.eml' && (await openOutside(path)),
    openAddress: openOutside,
    ...(hasScreen() && { showFolder: openOutside }),
    onHail,
  });
}

/** The one line on stdout: an address that works once. */
async function invite(server: BrowserServer, open: boolean): Promise<void> {
  const address = server.newAddress();
  process.stdout.write(`Partner Console: ${address}\n`);
  if (open) await openOutside(address);
}

async function start(given: HostArguments): Promise<void> {
  const files = await openRendererFiles(rendererFolder(bundleFolder));
  let server: BrowserServer | undefined;
  const console = await openConsole(given, () => {
    if (server !== undefined) invite(server, given.open).catch(logUnexpected);
  });
  try {
    server = await serve({ port: given.port, files, console });
  } catch (error) {
    await console.close();
    throw error;
  }
  closeOnSignal(server, console);
  await invite(server, given.open);
}

function closeOnSignal(server: BrowserServer, console: Console): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await server.close();
    await console.close();
    process.exit(EXIT.done);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      close().catch((error: unknown) => {
        logUnexpected(error);
        process.exit(EXIT.unreadable);
      });
    });
  }
}

try {
  await start(readArguments(process.argv.slice(2), { engine: false }));
} catch (error) {
  say(sentenceOf(error));
  process.exit(exitCodeOf(error));
}
