import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, newNonce } from '#electron/hosts/page-headers.ts';
import { openRendererFiles, type RendererFiles } from '#electron/hosts/renderer-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'renderer-files-'));
const root = join(folder, 'renderer');
let files: RendererFiles;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<meta name="style-nonce" content="%NONCE%">');
  writeFileSync(join(root, 'assets', 'main.js'), 'run()');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  files = await openRendererFiles(root);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the window's files", () => {
  it('are served by their names with their types', async () => {
    const file = await files.file('/assets/main.js');
    expect(file?.contentType).toBe('text/javascript; charset=utf-8');
    expect(new TextDecoder().decode(file?.body)).toBe('run()');
  });

  it('give the page the nonce of this load', async () => {
    expect(await files.page('abc+/=')).toBe('<meta name="style-nonce" content="abc+/=">');
  });

  it('do not give the page without a nonce', async () => {
    expect(await files.file('/index.html')).toBeUndefined();
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/link.txt',
    '/assets',
    '',
  ])('know nothing of %s', async (path) => {
    expect(await files.file(path)).toBeUndefined();
  });

  it('never lead out of their folder', async () => {
    const step = fc.constantFrom('..', '.', 'assets', 'secret.txt', 'renderer', '%2e%2e', '', '\\..', '..%5c');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const file = await files.file(`/${steps.join('/')}`);
        expect(file && new TextDecoder().decode(file.body)).not.toBe('secret');
      }),
    );
  });
});

describe('the policy of the page', () => {
  it('allows no inline script, no frame, no other origin', () => {
    const policy = contentSecurityPolicy('n');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('http');
  });

  it('has a new nonce each time, of at least 128 bits', () => {
    const nonces = Array.from({ length: 100 }, newNonce);
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16);
  });
});
