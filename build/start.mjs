import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBundled } from './bundle.mjs';
import { currentElectron, electronVersion, missingLibraries } from './lib/electron.mjs';
import { OUT, productNode, ROOT } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError, say } from './lib/say.mjs';
import { ensureInstalled } from './setup.mjs';

/** What Electron says when it cannot open a window here: no library, no display, no sandbox. */
const START_FAILURE =
  /error while loading shared libraries|Missing X server|platform failed to initialize|Failed to connect to Wayland|SUID sandbox helper binary|No usable sandbox/i;

/** A line of Chromium's own log, such as that there is no system bus: of no use to the person who started us. */
const ENGINE_LOG = /^\[\d+:\d{4}\/\d{6}\.\d+:[A-Z]+\d*:|^The futex facility returned/;

const INSTEAD = 'so the console opens in the browser instead.';

/**
 * Splits our own option from what the host is told.
 * @param {readonly string[]} args
 */
function readArguments(args) {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: { host: { type: 'string' } },
  });
  const host = tokens.find((token) => token.kind === 'option' && token.name === 'host');
  if (host === undefined || host.kind !== 'option') return { host: undefined, rest: args };
  const { value } = host;
  if (value !== 'desktop' && value !== 'browser') {
    throw new SetupError(`--host is ${value ?? 'empty'}: say --host desktop or --host browser.`);
  }
  return { host: value, rest: [...args.slice(0, host.index), ...args.slice(host.index + (host.inlineValue ? 1 : 2))] };
}

/**
 * The Electron to open a window with, or why there is none.
 * @param {boolean} retry whether to ask the release site again
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
async function findElectron(retry) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { reason: 'There is no display here' };
  }
  const executable = await currentElectron({ retry });
  if (executable === undefined) return { reason: `Electron ${electronVersion()} cannot be had here` };
  const missing = await missingLibraries(executable);
  if (missing.length > 0) return { reason: `Electron needs ${missing.join(', ')}, which this system lacks` };
  return { executable };
}

/**
 * Opens the desktop host.
 * @param {string} executable
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>} its exit code; `undefined` when no window could be opened
 */
async function openDesktop(executable, args) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot) say('Electron has no sandbox for the root user, so it runs without (--no-sandbox).');
  let refused = false;
  const { code, signal, asked } = await run(executable, [...(isRoot ? ['--no-sandbox'] : []), ROOT, ...args], {
    showLine: (line) => {
      refused ||= START_FAILURE.test(line);
      return !ENGINE_LOG.test(line);
    },
  });
  const crashed = signal !== null || code === 127;
  return !asked && code !== 0 && (refused || crashed) ? undefined : code;
}

/** @param {readonly string[]} args */
async function openBrowser(args) {
  return (await run(productNode(), [join(OUT, 'browser/main.mjs'), ...args])).code;
}

await runScript(async () => {
  const { host, rest } = readArguments(process.argv.slice(2));
  await ensureInstalled();
  await ensureBundled();
  stopIfAsked();
  if (host === 'browser') return await openBrowser(rest);
  const found = await findElectron(host === 'desktop');
  stopIfAsked();
  if ('executable' in found) {
    const code = await openDesktop(found.executable, rest);
    if (code !== undefined) return code;
  }
  say(`${'reason' in found ? found.reason : 'Electron could not open a window here'}, ${INSTEAD}`);
  return await openBrowser(rest);
});
