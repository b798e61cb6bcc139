import { constants, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SettingsStore } from '#electron/console.ts';
import { DEFAULT_SETTINGS, Settings } from '#shared/model/settings.ts';

/** The part of electron-store and conf that we use. */
export interface KeyValueStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** What the settings file is called, without `.json`; every host has the same one. */
export const SETTINGS_NAME = 'settings';

const KEY = 'settings';

/** A person's settings over a key-value file; what the file holds is checked, and what does not fit is the default. */
export function keptSettings(store: KeyValueStore): SettingsStore {
  return {
    get() {
      const kept = Settings.safeParse(store.get(KEY));
      return kept.success ? kept.data : DEFAULT_SETTINGS;
    },
    set(next) {
      store.set(KEY, next);
    },
  };
}

/** Copies a settings file from where it was kept formerly, once: one that is there already stays, and so does the former. */
export function carryOver(former: string, path: string): void {
  if (existsSync(path) || !existsSync(former)) return;
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(former, path, constants.COPYFILE_EXCL);
}

/**
 * Opens a settings file; one that is no JSON is set aside under another name, never deleted, and a new one begun.
 * `path` is where the file lies; `warn` gets the sentence that says so.
 */
export function openOrSetAside<T>(open: () => T, path: string, warn: (sentence: string) => void): T {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const aside = `${path}.damaged-${Date.now()}`;
    renameSync(path, aside);
    warn(`The settings file could not be read and was set aside as ${aside}; the defaults hold.`);
    return open();
  }
}
