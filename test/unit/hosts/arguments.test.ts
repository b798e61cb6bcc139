import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '#electron/hosts/arguments.ts';
import { defaultWorkspace } from '#electron/hosts/folders.ts';
import { UsageError } from '#electron/hosts/say.ts';

const plain = (...words: string[]) => readArguments(words, { engine: false });
const engine = (...words: string[]) => readArguments(words, { engine: true });

describe('the arguments of a window host', () => {
  it('open the default workspace when nothing is said', () => {
    expect(plain()).toMatchObject({ workspace: defaultWorkspace(false), sample: false, port: 0, open: true });
  });

  it('keep the sample apart from the default workspace', () => {
    expect(plain('--sample').workspace).toBe(defaultWorkspace(true));
    expect(defaultWorkspace(true)).not.toBe(defaultWorkspace(false));
  });

  it('name folders in either form, relative to where the person stands', () => {
    expect(plain('--workspace', 'mine').workspace).toBe(resolve('mine'));
    expect(plain('--workspace=mine').workspace).toBe(resolve('mine'));
    expect(plain('--workspace=mine', '--drafts=out').drafts).toBe(resolve('out'));
  });

  it('write drafts into the workspace unless told otherwise', () => {
    expect(plain('--workspace=mine').drafts).toBe(resolve('mine', 'drafts'));
  });

  it.each([['--worksapce=mine'], ['--workspace'], ['mine'], ['--port=http'], ['--port=70000'], ['--lang=!']])(
    'refuse %s with a sentence',
    (word) => {
      expect(() => plain(word)).toThrow(UsageError);
    },
  );

  it('pass over the switches and the folder that Electron puts among them', () => {
    const given = engine(
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '-r',
      '/some/loader.js',
      '--workspace',
      'mine',
      '--disable-features=A,B',
      '/some/app',
      '--lang=zh-TW',
    );
    expect(given).toMatchObject({ workspace: resolve('mine'), language: 'zh-TW' });
  });

  it('refuse a mistyped word among them all the same', () => {
    expect(() => engine('--no-sandbox', '--worksapce=mine', '.')).toThrow(UsageError);
  });
});
