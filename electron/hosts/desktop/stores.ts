import { join } from 'node:path';
import { app, ipcMain, nativeTheme } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsStore } from '#electron/console.ts';
import { keptSettings, openOrSetAside } from '#electron/hosts/kept-settings.ts';
import { WindowPlace } from './window-place.ts';

export interface DesktopStores {
  readonly settings: SettingsStore;
  /** Where the window was; `undefined` at the first start, or when what is kept does not fit. */
  windowPlace(): WindowPlace | undefined;
  keepWindowPlace(place: WindowPlace): void;
}

/** Settings and window state of this person, in two files of Electron's own data folder. The theme is followed at once. */
export function openDesktopStores(warn: (sentence: string) => void): DesktopStores {
  const kept = keptSettings(openStore('settings', warn));
  const windowStore = openStore('window', warn);
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

function openStore(name: string, warn: (sentence: string) => void): ElectronStore<Record<string, unknown>> {
  const path = join(app.getPath('userData'), `${name}.json`);
  return openOrSetAside(() => new ElectronStore<Record<string, unknown>>({ name }), path, warn);
}
