import { renameSync } from 'node:fs';
import type { SettingsStore } from '#electron/console.ts';
import { readSettings, writtenSettings } from './settings-record.ts';

/** The part of electron-store and conf that we use. */
export interface KeyValueStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** What the settings file is called, without `.json`; every host has the same one. */
export const SETTINGS_NAME = 'settings';

/** Where in the file the settings stand. */
export const SETTINGS_KEY = 'settings';

/**
 * A person's settings over a key-value file. What the file holds is checked part by part: what does not fit, such as a
 * template of a newer version, counts for nothing and stays in the file.
 */
export function keptSettings(store: KeyValueStore): SettingsStore {
  return {
    get: () => readSettings(store.get(SETTINGS_KEY)),
    set(next) {
      store.set(SETTINGS_KEY, writtenSettings(next, store.get(SETTINGS_KEY)));
    },
  };
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
