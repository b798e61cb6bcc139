import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Console, createConsole, type SettingsStore } from '#electron/console.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/model/settings.ts';
import { consoleOptions, memorySettings } from '#test/unit/support/console-options.ts';

const KEPT: Settings = {
  ...DEFAULT_SETTINGS,
  linkHosts: { '21vianet': ['portal.example.cn'], global: [] },
  templates: [
    {
      id: 'warm',
      name: 'Warm words',
      kind: 'reseller',
      language: 'en',
      scope: 'personal',
      subject: 'Hello {customer}',
      paragraphs: ['We are {partner}.'],
    },
  ],
};

let folder: string;
let settings: SettingsStore;
let console: Console;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-settings-'));
  settings = memorySettings(KEPT);
  console = await createConsole(consoleOptions(folder, { folder, settings }));
});
afterEach(async () => {
  await console.close();
  await rm(folder, { recursive: true, force: true });
});

describe('settings', () => {
  it('keep what a change does not speak of: templates and link hosts outlive another theme', async () => {
    expect(await console.client.settings.set({ theme: 'dark' })).toEqual({ ...KEPT, theme: 'dark' });
    expect(settings.get()).toEqual({ ...KEPT, theme: 'dark' });
  });

  it('take hosts of one cloud without touching the templates, and refuse what is no host', async () => {
    const linkHosts = { '21vianet': [], global: ['portal.example.com'] };
    expect(await console.client.settings.set({ linkHosts })).toEqual({ ...KEPT, linkHosts });
    const disguised = { '21vianet': ['xn--80ak6aa92e.cn'], global: [] };
    await expect(console.client.settings.set({ linkHosts: disguised })).rejects.toThrow();
    expect(settings.get().linkHosts).toEqual(linkHosts);
  });
});
