import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';

/** A real keychain of a Linux desktop, unlocked, in a session bus of its own. */
export interface Keyring {
  /** What a process must have in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts GNOME Keyring with its files in a folder that is made for it. */
export async function startKeyring(folder: string): Promise<Keyring> {
  await mkdir(folder, { mode: 0o700 });
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = await once(bus.stdout, 'data');
  const env = {
    DBUS_SESSION_BUS_ADDRESS: String(address).trim(),
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_RUNTIME_DIR: folder,
  };
  const keyring = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  });
  keyring.stdin.end('the password of the session');
  // Once it is unlocked it goes on in the background, for as long as there is the bus.
  await once(keyring, 'exit');
  return {
    env,
    async close() {
      const ended = once(bus, 'close');
      bus.kill();
      await ended;
    },
  };
}
