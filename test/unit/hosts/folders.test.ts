import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, defaultWorkspace, type Machine, settingsFolder } from '#electron/hosts/folders.ts';

const linux: Machine = { platform: 'linux', environment: {}, home: '/home/li' };

describe('the folders of a person', () => {
  it('follow the XDG rules on Linux', () => {
    expect(dataFolder(linux)).toBe('/home/li/.local/share/partner-console');
    expect(dataFolder({ ...linux, environment: { XDG_DATA_HOME: '/data' } })).toBe('/data/partner-console');
    expect(settingsFolder({ ...linux, environment: { XDG_CONFIG_HOME: '/etc/li' } })).toBe('/etc/li/partner-console');
  });

  it('lie in Application Support on macOS and in the local profile on Windows', () => {
    expect(dataFolder({ ...linux, platform: 'darwin' })).toBe('/home/li/Library/Application Support/Partner Console');
    expect(dataFolder({ platform: 'win32', environment: { LOCALAPPDATA: 'L' }, home: 'H' })).toBe(
      join('L', 'Partner Console'),
    );
  });

  it('never put settings into a workspace', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const machine = { ...linux, platform };
      expect(settingsFolder(machine).startsWith(defaultWorkspace(false, machine))).toBe(false);
    }
  });
});
