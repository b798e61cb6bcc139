import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSettings, openOrSetAside } from '#electron/hosts/kept-settings.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';

let folder: string;
let path: string;
const open = () => new Conf<Record<string, unknown>>({ cwd: folder, configName: 'settings' });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  it('are the defaults at first', () => {
    expect(keptSettings(open()).get()).toEqual(DEFAULT_SETTINGS);
  });

  it('are kept between starts', () => {
    keptSettings(open()).set({ ...DEFAULT_SETTINGS, language: 'zh-TW', theme: 'dark' });
    expect(keptSettings(open()).get()).toEqual({ ...DEFAULT_SETTINGS, language: 'zh-TW', theme: 'dark' });
  });

  it('that do not fit are the defaults', () => {
    writeFileSync(path, JSON.stringify({ settings: { language: 'tlh', theme: 'pink' } }));
    expect(keptSettings(open()).get()).toEqual(DEFAULT_SETTINGS);
  });

  it('that are no JSON are set aside, said, and never deleted', () => {
    writeFileSync(path, '{"settings": {"lang');
    const said: string[] = [];
    const store = keptSettings(openOrSetAside(open, path, (sentence) => said.push(sentence)));
    expect(store.get()).toEqual(DEFAULT_SETTINGS);
    const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('{"settings": {"lang');
    expect(said).toEqual([expect.stringContaining(aside ?? 'settings.json')]);
  });

  it('that cannot be read for another reason are not set aside', () => {
    const refuse = () => {
      throw new TypeError('another reason');
    };
    expect(() => openOrSetAside(refuse, path, () => undefined)).toThrow('another reason');
  });

  const WARM: InvitationTemplate = {
    id: 't1',
    name: 'Warm words',
    kind: 'reseller',
    language: 'en',
    scope: 'personal',
    subject: 'Hello',
    paragraphs: ['Dear all'],
  };
  const NEWER = { ...WARM, id: 't2', language: 'ja' };
  const onDisk = () => JSON.parse(readFileSync(path, 'utf8')).settings;

  it('of which one part does not fit are the others all the same', () => {
    const linkHosts = { '21vianet': ['links.example.cn', 'xn--80ak6aa92e.com'], global: 'nowhere' };
    const settings = { language: 'zh-CN', theme: 'pink', linkHosts, templates: [WARM, NEWER, 7] };
    writeFileSync(path, JSON.stringify({ settings }));
    expect(keptSettings(open()).get()).toEqual({
      language: 'zh-CN',
      theme: 'system',
      linkHosts: { '21vianet': ['links.example.cn'], global: [] },
      templates: [WARM],
    });
  });

  it('that a newer version wrote stay in the file when others are set', () => {
    const linkHosts = { '21vianet': ['a.example.cn', '*.example.cn'], global: [], moon: ['m.example'] };
    const settings = {
      language: 'ja',
      theme: 'sepia',
      density: 'compact',
      linkHosts,
      templates: [{ ...WARM, tone: 'warm' }, NEWER],
    };
    writeFileSync(path, JSON.stringify({ settings }));
    const store = keptSettings(open());
    store.set({ ...store.get(), theme: 'dark' });
    expect(onDisk()).toEqual({ ...settings, theme: 'dark' });
    const { linkHosts: _, ...rest } = store.get();
    store.set({ ...rest, language: 'en', linkHosts: { '21vianet': [], global: ['b.example'] }, templates: [] });
    expect(onDisk()).toEqual({
      language: 'en',
      theme: 'dark',
      density: 'compact',
      linkHosts: { '21vianet': ['*.example.cn'], global: ['b.example'], moon: ['m.example'] },
      templates: [NEWER],
    });
  });
});
