import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOver, keptSettings, openOrSetAside } from '#electron/hosts/kept-settings.ts';
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

  it('that lie where they were kept formerly are carried over once, and the former file stays', () => {
    const former = join(folder, 'former.json');
    const place = join(folder, 'here', 'settings.json');
    carryOver(former, place);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(former, '{"settings": "formerly"}');
    carryOver(former, place);
    expect(readFileSync(place, 'utf8')).toBe('{"settings": "formerly"}');
    writeFileSync(place, '{"settings": "now"}');
    carryOver(former, place);
    expect(readFileSync(place, 'utf8')).toBe('{"settings": "now"}');
    expect(readFileSync(former, 'utf8')).toBe('{"settings": "formerly"}');
  });
});
