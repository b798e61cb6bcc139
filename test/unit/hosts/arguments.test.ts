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

  it('name hand-off files, by path or address, under either of their names', () => {
    const named = ['--workspace=mine', 'one.pchandoff', '/tmp/Two.HandOff.json'];
    const files = [resolve('one.pchandoff'), '/tmp/Two.HandOff.json'];
    expect(plain(...named).files).toEqual(files);
    expect(engine('/some/app', '--no-sandbox', ...named).files).toEqual(files);
    expect(plain('file:///tmp/a%20b.pchandoff').files).toEqual(['/tmp/a b.pchandoff']);
    expect(plain().files).toEqual([]);
  });

  it('an address of another machine is left for the window to say that it cannot be read', () => {
    expect(engine('file://server/share/x.pchandoff').files).toEqual(['file://server/share/x.pchandoff']);
  });

  it('refuse a file of another kind, unless Electron may have put it there', () => {
    expect(() => plain('mail.eml')).toThrow(UsageError);
    expect(() => plain('x.pchandoff.exe')).toThrow(UsageError);
    expect(engine('mail.eml').files).toEqual([]);
  });

  it('a value of an option is no file', () => {
    expect(engine('--workspace', 'x.pchandoff')).toMatchObject({ workspace: resolve('x.pchandoff'), files: [] });
  });

  it('refuse a mistyped word among them all the same', () => {
    expect(() => engine('--no-sandbox', '--worksapce=mine', '.')).toThrow(UsageError);
  });
});
