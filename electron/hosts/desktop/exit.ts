import { app } from 'electron';
import { EXIT } from '#electron/hosts/say.ts';
import { logUnexpected } from '#electron/hosts/unexpected.ts';

/** The way out of the process. */
export interface Exit {
  /** Something to release first; the last one named is released first. */
  before(release: () => Promise<void>): void;
  /** Releases everything and ends; asked twice, it ends once. */
  now(code: number): void;
}

/**
 * Every way out — last window, menu, Ctrl-C, a start that failed — leads through here: what was opened is released before
 * the process ends. Signals do not wait for the page, which may hang.
 */
export function prepareExit(): Exit {
  const releases: (() => Promise<void>)[] = [];
  let leaving = false;

  async function leave(code: number): Promise<void> {
    try {
      for (const release of releases.reverse()) await release();
      app.exit(code);
    } catch (error) {
      logUnexpected(error);
      app.exit(EXIT.unreadable);
    }
  }

  function now(code: number): void {
    if (leaving) return;
    leaving = true;
    void leave(code);
  }

  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    now(EXIT.done);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => now(EXIT.done));
  return { before: (release) => void releases.push(release), now };
}
