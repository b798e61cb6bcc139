import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '#electron/hosts/cli/program.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';

const SAMPLES = 'test/fixtures/samples';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-cli-records-'));
  await writeFile(join(folder, 'profile.json'), JSON.stringify(PROFILE));
  await secret('first', 'caffè e latte\n');
  await secret('second', 'correct horse battery\r\nand a second line');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

async function secret(name: string, text: string): Promise<void> {
  await writeFile(at(name), text, { mode: 0o600 });
}

async function runIn(workspace: string, words: readonly string[], more: Partial<Terminal> = {}) {
  let out = '';
  let err = '';
  const code = await runCommandLine([...words, '--workspace', at(workspace)], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: Readable.from(['']),
    version: '0.0.0',
    ...more,
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

const run = (...words: string[]) => runIn('w', words);
const first = () => ['--passphrase-file', at('first')];
const second = () => ['--passphrase-file', at('second')];
const init = (...words: string[]) => run('init', '--profile', at('profile.json'), ...words);
const sentences = (err: string) => err.trim().split('\n').length;

const someDocument = async () => {
  const names = await readdir(join(at('w'), 'dossiers'));
  return `dossiers/${names.find((name) => names.includes(`${name}.prev`)) ?? names[0]}`;
};

describe('how a workspace is kept', { timeout: 60_000 }, () => {
  it('is in the clear unless said, and then the terminal hears of it', async () => {
    const { code, err } = await init();
    expect(code).toBe(0);
    expect(err).toMatch(/not encrypted.*--passphrase-file/);
    expect(sentences(err)).toBe(1);
    expect((await runIn('other', ['init', '--profile', at('profile.json'), '--plaintext'])).err).toBe('');
    expect((await run('customers', ...first())).err).toMatch(/kept in the clear/);
    expect((await run('customers', ...first())).code).toBe(1);
    expect((await run('customers', '--plaintext')).code).toBe(0);
    expect((await run('customers', '--plaintext', ...first())).code).toBe(2);
  });

  it('is encrypted with the passphrase in a file, without which nothing opens', async () => {
    expect(await init(...first())).toMatchObject({ code: 0, err: '' });
    expect(await run('customers', '--json', ...first())).toMatchObject({ code: 0, err: '' });
    const closed = [
      await run('customers'),
      await run('customers', ...second()),
      await run('import', `${SAMPLES}/csv/Customers.csv`),
    ];
    expect(closed.map(({ code, err }) => [code, sentences(err)])).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
    ]);
    expect(closed[0]?.err).toMatch(/encrypted: give its passphrase/);
    expect(closed[1]?.err).toMatch(/does not open the workspace/);
    const plaintext = await run('customers', '--plaintext');
    expect(plaintext).toMatchObject({ code: 1 });
    expect(plaintext.err).toMatch(/is encrypted.*leave out --plaintext/);
  });

  it('warns of a passphrase file that others may read, and refuses an empty or a short one', async () => {
    await chmod(at('first'), 0o644);
    const { code, err } = await init(...first());
    expect(code).toBe(0);
    expect(err).toMatch(/Others may read the passphrase/);
    expect(sentences(err)).toBe(1);
    await secret('first', '\n');
    expect(await run('customers', ...first())).toMatchObject({ code: 2 });
    await secret('first', 'short');
    expect((await runIn('other', ['init', '--profile', at('profile.json'), ...first()])).err).toMatch(/8 to 1024/);
    expect((await run('customers', '--passphrase-file', at('nowhere'))).err).toMatch(/nowhere cannot be read/);
  });

  it('gets another passphrase', async () => {
    await init(...first());
    const change = ['passphrase', '--new-passphrase-file', at('second')];
    expect((await run(...change)).code).toBe(2);
    expect((await run(...change, ...second())).code).toBe(3);
    expect((await run(...change, ...first(), '--json')).json()).toEqual({ changed: true });
    expect((await run('customers', ...first())).code).toBe(3);
    expect((await run('customers', ...second())).code).toBe(0);
  });
});

describe('verify', () => {
  beforeEach(async () => {
    await init('--plaintext');
    await run('import', `${SAMPLES}/csv/Customers.csv`);
  });

  it('finds a workspace in order', async () => {
    const { code, json } = await run('verify', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      ok: true,
      dossiers: 8,
      damaged: [],
      index: { ok: true, stale: 0 },
      audit: { ok: true, brokenAt: null },
    });
  });

  it('names a damaged document and its customers, and recover puts the version before in its place', async () => {
    await run('customers');
    await run('import', `${SAMPLES}/csv/reconciliation-license.gb18030.csv`);
    const file = await someDocument();
    await writeFile(join(at('w'), file), 'half a docu');
    const { code, json } = await run('verify', '--json');
    expect(code).toBe(3);
    expect(json()).toMatchObject({ ok: false, damaged: [{ file, what: 'dossiers', damage: 'format' }] });
    expect(json().damaged[0].customers).toHaveLength(1);
    expect((await run('verify')).out).toMatch(new RegExp(`${file}: damaged`));
    expect((await run('recover', 'dossiers/notthere.json')).code).toBe(1);
    expect(await run('recover', file, '--json')).toMatchObject({ code: 0, out: '[]\n' });
    expect((await run('verify')).code).toBe(0);
  });

  it('works on a workspace whose own document is damaged', async () => {
    const path = join(at('w'), 'workspace.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -20));
    const { code, json } = await run('verify', '--json');
    expect(code).toBe(3);
    expect(json()).toMatchObject({
      ok: false,
      dossiers: 8,
      damaged: [{ file: 'workspace.json', what: 'workspace', damage: 'checksum' }],
      audit: { ok: true },
    });
  });

  it('works on a workspace whose own document, or whose key file, is gone', async () => {
    const workspace = await readFile(join(at('w'), 'workspace.json'));
    await rm(join(at('w'), 'workspace.json'));
    expect((await run('verify', '--json')).json()).toMatchObject({
      ok: false,
      damaged: [{ file: 'workspace.json', damage: 'missing' }],
    });
    await writeFile(join(at('w'), 'workspace.json'), workspace);
    await rm(join(at('w'), 'key.json'));
    expect((await run('verify', '--json')).json()).toMatchObject({
      ok: false,
      damaged: [{ file: 'key.json', damage: 'missing' }],
    });
  });

  it('names the line at which the audit log is broken', async () => {
    const path = join(at('w'), 'audit.log');
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [lines[0]?.replace('workspace-created', 'workspace-stolen'), ...lines.slice(1)].join('\n'));
    const { code, json } = await run('verify', '--json');
    expect(code).toBe(3);
    expect(json()).toMatchObject({ ok: false, damaged: [], audit: { ok: false, brokenAt: 1 } });
    expect((await run('verify')).out).toMatch(/line 1/);
  });

  it('says that there is no workspace', async () => {
    expect(await runIn('nowhere', ['verify'])).toMatchObject({ code: 3, out: '' });
  });
});

describe('audit', () => {
  it('lists the newest first, at most so many', async () => {
    await init('--plaintext');
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    const { json } = await run('audit', '--json');
    expect(
      json()
        .items.map(({ act }: { act: string }) => act)
        .at(-1),
    ).toBe('workspace-created');
    expect(json().items).toHaveLength(json().total);
    const one = (await run('audit', '--limit', '1', '--json')).json();
    expect(one).toEqual({ total: json().total, items: json().items.slice(0, 1) });
  });
});

describe('backup, restore and erase', { timeout: 60_000 }, () => {
  const backup = (...words: string[]) => run('backup', '--out', at('all.pcbackup'), ...words);
  const restore = (...words: string[]) => runIn('r', ['restore', at('all.pcbackup'), ...words]);

  it('carry a workspace in the clear to another place, encrypted unless told otherwise', async () => {
    await init('--plaintext');
    await run('import', `${SAMPLES}/csv/Customers.csv`);
    const made = await backup(...first(), '--json');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.json()).toMatchObject({ path: at('all.pcbackup'), bytes: (await stat(at('all.pcbackup'))).size });
    expect((await backup(...first())).err).toMatch(/is there already/);
    expect((await restore()).code).toBe(2);
    const wrong = await restore(...second());
    expect([wrong.code, sentences(wrong.err)]).toEqual([3, 1]);
    expect(await readdir(at('r')).catch(() => [])).toEqual([]);
    expect((await restore(...first(), '--json')).json()).toEqual(PROFILE);
    expect((await restore(...first())).code).toBe(1);
    expect((await runIn('r', ['customers'])).code).toBe(3);
    const customers = await runIn('r', ['customers', '--json', ...first()]);
    expect(customers.json()).toEqual((await run('customers', '--json')).json());
    expect((await runIn('r', ['verify', ...first()])).code).toBe(0);
  });

  it('give an encrypted workspace another passphrase, or none', async () => {
    await init(...first());
    expect((await backup()).code).toBe(2);
    expect((await backup('--new-passphrase-file', at('second'), ...first())).code).toBe(0);
    expect((await restore(...second(), '--plaintext')).code).toBe(0);
    expect((await runIn('r', ['verify', '--plaintext'])).code).toBe(0);
    const again = ['restore', at('all.pcbackup'), ...second(), '--new-passphrase-file', at('first')];
    expect((await runIn('r2', again)).code).toBe(0);
    expect((await runIn('r2', ['customers', ...first()])).code).toBe(0);
  });

  it('leave nothing of a backup that Ctrl-C stops', async () => {
    await init('--plaintext');
    const lines = Array.from({ length: 3000 }, (_, n) => {
      const id = `52eaad04-13a2-4a2f-9ce8-${String(n).padStart(12, '0')}`;
      return `${id},${randomUUID()},c${n}.example,None`;
    });
    const header = 'Microsoft ID,Company name,Primary domain name,Relationship';
    await writeFile(at('many.csv'), [header, ...lines, ''].join('\n'));
    await run('import', at('many.csv'));
    await mkdir(at('out'));
    let takenBack = false;
    const stopped = await runIn('w', ['backup', '--out', join(at('out'), 'all.pcbackup'), ...first()], {
      onInterrupt: (listener) => {
        void vi.waitFor(async () => expect(await readdir(at('out'))).toHaveLength(1), { interval: 5 }).then(listener);
        return () => {
          takenBack = true;
        };
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/was stopped, and nothing is left of it/);
    expect(sentences(stopped.err)).toBe(1);
    expect(takenBack).toBe(true);
    expect(await readdir(at('out'))).toEqual([]);
    expect((await run('verify')).code).toBe(0);
  });

  it('never put a backup into the workspace', async () => {
    await init('--plaintext');
    const inside = await run('backup', '--out', join(at('w'), 'backups', 'all.pcbackup'), ...first());
    expect(inside.code).toBe(1);
    expect(inside.err).toMatch(/lies in the workspace/);
    expect(await readdir(at('w'))).not.toContain('backups');
  });

  it('take a file that is no backup for what it is', async () => {
    await writeFile(at('all.pcbackup'), 'not a backup');
    const { code, err } = await restore(...first());
    expect(code).toBe(3);
    expect(err).toMatch(/is no backup of this console/);
    expect(sentences(err)).toBe(1);
  });

  it('erase for good, once the partner is named', async () => {
    await init(...first());
    expect((await run('erase', ...first())).code).toBe(2);
    const wrong = await run('erase', '--yes-erase', 'Somebody', ...first());
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain(PROFILE.partner.name);
    expect((await run('customers', ...first())).code).toBe(0);
    const erase = ['erase', '--yes-erase', PROFILE.partner.name, '--json'];
    expect((await run(...erase, ...first())).json()).toEqual({ erased: true });
    expect(await readdir(at('w')).catch(() => [])).toEqual([]);
    expect((await run('customers')).err).toMatch(/holds no workspace/);
  });
});
