import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsFile } from '#electron/hosts/settings-file.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => settingsFile(join(folder, 'settings'), (sentence) => expect.unreachable(sentence));

describe('the settings file of a person', () => {
  it('is made when something is set, and not before', () => {
    expect(open().get()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual([]);
    open().set({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(readdirSync(join(folder, 'settings'))).toEqual(['settings.json']);
  });

  it('tells every host at once what another one set', () => {
    const [window, terminal] = [open(), open()];
    expect(terminal.get().theme).toBe('system');
    window.set({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(terminal.get().theme).toBe('dark');
    window.set({ ...DEFAULT_SETTINGS, theme: 'light' });
    expect(terminal.get().theme).toBe('light');
  });
});
