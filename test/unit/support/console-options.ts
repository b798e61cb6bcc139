import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ConsoleOptions, SettingsStore } from '#electron/console.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/model/settings.ts';

/** Settings in memory; like the stores of the hosts, which read a file, they give a copy every time. */
export function memorySettings(initial: Settings = DEFAULT_SETTINGS): SettingsStore {
  let settings = initial;
  return {
    get: () => structuredClone(settings),
    set: (next) => {
      settings = next;
    },
  };
}

/** A console on a workspace in the folder, on a morning in November 2026; the outside world opens whatever it is given. */
export function consoleOptions(folder: string, more: Partial<ConsoleOptions> = {}): ConsoleOptions {
  return {
    folder: join(folder, 'w'),
    host: 'desktop',
    version: '0.0.0',
    engine: 'test',
    locale: 'en',
    clock: () => new Date('2026-11-22T08:00:00Z'),
    newId: randomUUID,
    settings: memorySettings(),
    draftsFolder: join(folder, 'drafts'),
    openPath: () => Promise.resolve(true),
    openAddress: () => Promise.resolve(true),
    onHail: () => undefined,
    ...more,
  };
}
