import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { SettingsStore } from '#electron/console.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { keptSettings, openOrSetAside, SETTINGS_NAME } from './kept-settings.ts';

/**
 * A person's settings for the hosts without Electron, in the file that the desktop keeps them in too. It is opened when
 * first needed, and nothing is made on the disk before something is set. `warn` gets what is wrong with it.
 */
export function settingsFile(folder: string, warn: (sentence: string) => void): SettingsStore {
  const path = join(folder, `${SETTINGS_NAME}.json`);
  const open = () => new Conf<Record<string, unknown>>({ cwd: folder, configName: SETTINGS_NAME });
  let kept: SettingsStore | undefined;
  const opened = () => {
    kept ??= keptSettings(openOrSetAside(open, path, warn));
    return kept;
  };
  return {
    get: () => (existsSync(path) ? opened().get() : DEFAULT_SETTINGS),
    set: (next) => opened().set(next),
  };
}
