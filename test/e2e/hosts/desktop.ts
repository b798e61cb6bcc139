import { once } from 'node:events';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { argumentsOf, type Places, type Running, SANDBOX } from './host.ts';
import type { Keyring } from './keyring.ts';
import { startProcess } from './process.ts';

const CONSOLE = join(import.meta.dirname, '..', '..', '..');

/** The console that makes no window until Playwright sees its windows. */
const HELD = join(CONSOLE, 'build', 'held-console');

/** The Electron to test in; its path is in the environment. */
export function electronOf(engine: 'floor' | 'current'): string {
  const name = engine === 'floor' ? 'FLOOR_ELECTRON' : 'CURRENT_ELECTRON';
  const executable = process.env[name];
  if (!executable) throw new Error(`${name} does not say where Electron is: start the tests with npm test.`);
  return executable;
}

/** How long a start may take in milliseconds; it takes one to five seconds. */
const PATIENCE = { timeout: 30_000 };

export async function startDesktop(
  executablePath: string,
  places: Places,
  files: readonly string[] = [],
  keyring: Keyring | null = null,
): Promise<Running> {
  const store = `--password-store=${keyring ? 'gnome-libsecret' : 'basic'}`;
  const args = [...SANDBOX, store, ...argumentsOf(places)];
  const env = { ...process.env, TZ: 'UTC', ...keyring?.env };
  const app = await _electron.launch({
    executablePath,
    args: [...args, HELD, ...files],
    env,
    colorScheme: null,
    ...PATIENCE,
  });
  await app.evaluate(() => {
    Object.assign(globalThis, { isAttached: true });
  });
  const child = app.process();
  const exited = once(child, 'exit');
  return {
    page: await app.firstWindow(PATIENCE),
    close: () => app.close(),
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
    },
    startAgain: (more = []) => startProcess(executablePath, [...args, CONSOLE, ...more]).ended(),
  };
}
