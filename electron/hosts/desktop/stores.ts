import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, ipcMain, nativeTheme } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsStore } from '#electron/console.ts';
import { carryOver } from '#electron/hosts/carry-over.ts';
import { keptSettings, openOrSetAside, SETTINGS_NAME } from '#electron/hosts/kept-settings.ts';
import { WindowPlace } from './window-place.ts';

export interface DesktopStores {
  readonly settings: SettingsStore;
  /** Where the window was; `undefined` at the first start, or when what is kept does not fit. */
  windowPlace(): WindowPlace | undefined;
  keepWindowPlace(place: WindowPlace): void;
}

/**
 * Settings and window state of this person: the settings in the folder that every host has them in, the window's place in
 * Electron's own. Settings that lie in Electron's own from former days are carried over. The theme is followed at once.
 */
export function openDesktopStores(settingsFolder: string, warn: (sentence: string) => void): DesktopStores {
  const own = app.getPath('userData');
  carryOver(fileOf(own, SETTINGS_NAME), fileOf(settingsFolder, SETTINGS_NAME), randomUUID, warn);
  const kept = keptSettings(openStore(settingsFolder, SETTINGS_NAME, warn));
  const windowStore = openStore(own, 'window', warn);
  // The store offers renderers a synchronous question of its own; ours have one door only.
  ipcMain.removeAllListeners('electron-store-get-data');
  nativeTheme.themeSource = kept.get().theme;
  return {
    settings: {
      get: () => kept.get(),
      set(next) {
        kept.set(next);
        nativeTheme.themeSource = next.theme;
      },
    },
    windowPlace() {
      const place = WindowPlace.safeParse(windowStore.get('place'));
      return place.success ? place.data : undefined;
    },
    keepWindowPlace(place) {
      windowStore.set('place', place);
    },
  };
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.json`);

function openStore(
  cwd: string,
  name: string,
  warn: (sentence: string) => void,
): ElectronStore<Record<string, unknown>> {
  return openOrSetAside(() => new ElectronStore<Record<string, unknown>>({ cwd, name }), fileOf(cwd, name), warn);
}
