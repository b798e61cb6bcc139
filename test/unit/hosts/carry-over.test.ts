import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOver } from '#electron/hosts/carry-over.ts';
import { readSettings } from '#electron/hosts/settings-record.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';
import { DEFAULT_SETTINGS, type Settings } from '#shared/model/settings.ts';

let folder: string;
let former: string;
let path: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carry-over-'));
  former = join(folder, 'former.json');
  path = join(folder, 'here', 'settings.json');
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const template = (id: string, name: string, subject = 'Hello'): InvitationTemplate => ({
  id,
  name,
  kind: 'reseller',
  language: 'en',
  scope: 'personal',
  subject,
  paragraphs: [],
});
const write = (file: string, settings: Partial<Settings>, more = {}) => {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify({ settings: { ...DEFAULT_SETTINGS, ...settings }, ...more }));
};
const carry = () =>
  carryOver(
    former,
    path,
    () => 'new-id',
    (sentence) => said.push(sentence),
  );
const kept = () => readSettings(JSON.parse(readFileSync(path, 'utf8')).settings);

describe('settings that lie where they were kept formerly', () => {
  it('are taken where there are none yet, and the former file stays as it is', () => {
    carry();
    expect(readdirSync(folder)).toEqual([]);
    write(former, { theme: 'dark', templates: [template('t1', 'Warm')] });
    const before = readFileSync(former, 'utf8');
    carry();
    expect(kept()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', templates: [template('t1', 'Warm')] });
    expect(readFileSync(former, 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'here'))).toEqual(['settings.json']);
  });

  it('give their templates and link hosts to those that stand already, and nothing else', () => {
    write(former, {
      theme: 'dark',
      linkHosts: { '21vianet': ['a.example.cn', 'b.example.cn'], global: [] },
      templates: [template('t1', 'Warm', 'Formerly'), template('t2', 'Cold'), template('t3', 'Mild')],
    });
    const newer = { ...template('t9', 'Newer'), language: 'ja' };
    write(path, {
      theme: 'light',
      linkHosts: { '21vianet': ['b.example.cn'], global: ['c.example'] },
      templates: [template('t4', 'Warm', 'Now'), template('t5', 'Mild')],
    });
    const file = JSON.parse(readFileSync(path, 'utf8'));
    file.settings.templates.push(newer);
    writeFileSync(path, JSON.stringify(file));
    carry();
    expect(kept()).toMatchObject({
      theme: 'light',
      linkHosts: { '21vianet': ['b.example.cn', 'a.example.cn'], global: ['c.example'] },
    });
    expect(kept().templates.map(({ name, subject }) => [name, subject])).toEqual([
      ['Warm', 'Now'],
      ['Mild', 'Hello'],
      ['Warm (2)', 'Formerly'],
      ['Cold', 'Hello'],
    ]);
    expect(JSON.parse(readFileSync(path, 'utf8')).settings.templates).toContainEqual(newer);
  });

  it('are carried over once: what is deleted afterwards does not come back', () => {
    write(former, { templates: [template('t1', 'Warm')] });
    write(path, {});
    carry();
    const file = JSON.parse(readFileSync(path, 'utf8'));
    expect(file.settings.templates).toHaveLength(1);
    writeFileSync(path, JSON.stringify({ ...file, settings: DEFAULT_SETTINGS }));
    carry();
    expect(kept()).toEqual(DEFAULT_SETTINGS);
  });

  it('are left alone where they lie in the same place', () => {
    write(path, { theme: 'dark' });
    former = join(folder, 'here', '..', 'here', 'settings.json');
    const before = readFileSync(path, 'utf8');
    carry();
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('keep nothing from starting when they cannot be carried over: it is said', () => {
    write(former, { theme: 'dark' });
    writeFileSync(join(folder, 'here'), 'a file where the folder should be');
    carry();
    expect(said).toEqual([expect.stringContaining(former)]);
  });

  it('are left alone where either file is no JSON', () => {
    write(former, { theme: 'dark' });
    mkdirSync(join(folder, 'here'));
    writeFileSync(path, '{"settings": {');
    carry();
    expect(readFileSync(path, 'utf8')).toBe('{"settings": {');
    rmSync(path);
    writeFileSync(former, '{');
    carry();
    expect(readdirSync(join(folder, 'here'))).toEqual([]);
  });
});
