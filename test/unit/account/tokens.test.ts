import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimsOf, refuseMisfit } from '#electron/account/token.ts';
import { readTokenFile } from '#electron/account/token-file.ts';
import { TokenFileAccount } from '#electron/account/token-file-account.ts';
import { MESSAGES } from '#shared/locales/index.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { type Cloud, PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { problemAfter } from './problem-after.ts';

const TENANT = '0f0e0d0c-0b0a-4a09-8807-060504030201';
const OTHER = '11111111-2222-4333-8444-555555555555';
const NOW = new Date('2026-11-22T08:00:00Z');

function profileOf(cloud: Cloud): PartnerProfile {
  return PartnerProfile.parse({
    cloud,
    partner: { tenantId: TENANT, name: 'Contoso' },
    programs: ['direct-bill'],
    staff: { id: 'li', roles: ['admin-agent'] },
  });
}

const tokenOf = (claims: object): string =>
  `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

function keyOf(work: () => void): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof ProblemError ? error.problem.key : String(error);
  }
}

describe('A token', () => {
  const misfit = (claims: object, cloud: Cloud = '21vianet') =>
    keyOf(() => refuseMisfit(tokenOf(claims), 'partner-center', profileOf(cloud)));

  it.each([
    [{ aud: 'https://api.partnercenter.microsoft.com' }, 'tokenOtherCloud'],
    [{ iss: `https://sts.windows.net/${TENANT}/` }, 'tokenOtherCloud'],
    [
      { aud: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd', iss: 'https://login.microsoftonline.com/x/v2.0' },
      'tokenOtherCloud',
    ],
    [{ aud: 'https://microsoftgraph.chinacloudapi.cn/' }, 'tokenOtherService'],
    [{ aud: '00000003-0000-0000-c000-000000000000' }, 'tokenOtherService'],
    [{ aud: 'https://partner.partnercenterapi.microsoftonline.cn', tid: OTHER }, 'accountOtherTenant'],
    [{ aud: 'https://partner.partnercenterapi.microsoftonline.cn/', tid: TENANT.toUpperCase() }, 'none'],
    [
      { aud: ['https://partner.partnercenterapi.microsoftonline.cn'], iss: `https://sts.chinacloudapi.cn/${TENANT}/` },
      'none',
    ],
    [{ aud: 'api://somebody-else', iss: 'http://127.0.0.1:8080/x' }, 'none'],
    [{}, 'none'],
  ])('that says %j is refused at 21Vianet as %s', (claims, key) => {
    expect(misfit(claims)).toBe(key);
  });

  it('of 21Vianet is refused in the global cloud', () => {
    expect(misfit({ aud: 'https://partner.partnercenterapi.microsoftonline.cn' }, 'global')).toBe('tokenOtherCloud');
  });

  it('that keeps everything to itself is not judged', () => {
    expect(claimsOf('opaque')).toBeNull();
    expect(claimsOf('a.b.c')).toBeNull();
    expect(keyOf(() => refuseMisfit('opaque', 'graph', profileOf('global')))).toBe('none');
  });
});

describe('A token file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tokens-'));
    file = join(folder, 'token');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const accountOf = (cloud: Cloud = 'global') =>
    new TokenFileAccount({ file, profile: profileOf(cloud), clock: () => NOW });
  it('holds one line for both services, or JSON with one for each', async () => {
    await writeFile(file, '\ufeffBearer abc.def-1=\r\n');
    expect(await readTokenFile(file)).toEqual({ 'partner-center': 'abc.def-1=', graph: 'abc.def-1=' });
    await writeFile(file, '{"graph": "g"}');
    expect(await readTokenFile(file)).toEqual({ 'partner-center': undefined, graph: 'g' });
  });

  it.each(['', 'two\nlines', 'a token with spaces', '{}', '{"graph": ""}', '{"grph": "g"}', '{"graph": "g"', '<html>'])(
    'that holds %j is refused, and nothing of it shown',
    async (content) => {
      await writeFile(file, content);
      const problem = await problemAfter(readTokenFile(file));
      expect(problem).toEqual({ kind: 'bad-input', key: 'tokenFileInvalid', values: { file } });
    },
  );

  it('that is not there is a problem that names it', async () => {
    expect(await problemAfter(readTokenFile(file))).toMatchObject({
      key: 'fileUnreadable',
      values: { file, reason: 'ENOENT' },
    });
  });

  it('lacks a token for a service that it does not name', async () => {
    await writeFile(file, '{"graph": "g"}');
    const account = accountOf();
    expect(await account.token('graph')).toBe('g');
    expect(await problemAfter(account.token('partner-center'))).toMatchObject({ key: 'tokenFileLacks' });
  });

  it('is read again when a service refuses its token, for somebody may have renewed it', async () => {
    await writeFile(file, 'old');
    const account = accountOf();
    expect(await account.token('graph')).toBe('old');
    expect(await problemAfter(account.token('graph', 'old'))).toMatchObject({ key: 'tokenFileRefused' });
    await writeFile(file, 'new');
    expect(await account.token('graph', 'old')).toBe('new');
    expect(await account.token('graph', 'old')).toBe('new');
  });

  it('is read again when its token is past its end, and the token not sent', async () => {
    const at = NOW.getTime() / 1000;
    await writeFile(file, tokenOf({ exp: at }));
    const account = accountOf();
    expect(await problemAfter(account.token('graph'))).toMatchObject({
      key: 'tokenExpired',
      values: { at: NOW.toISOString() },
    });
    const fresh = tokenOf({ exp: at + 60 });
    await writeFile(file, fresh);
    expect(await account.token('graph')).toBe(fresh);
  });

  it('says who it is, where its token does; nobody signs in or out beside it', async () => {
    await writeFile(file, tokenOf({ upn: 'bot@contoso.example', name: 'Bot', tid: TENANT }));
    const account = accountOf();
    expect(account.state).toMatchObject({ state: 'signed-in', username: 'token' });
    await account.token('graph');
    expect(account.state).toMatchObject({ username: 'bot@contoso.example', name: 'Bot', tenantId: TENANT });
    expect(await problemAfter(account.signIn())).toMatchObject({ key: 'accountByFile' });
    expect(await problemAfter(account.signOut())).toMatchObject({ key: 'accountByFile' });
  });
});

describe('Every problem of the account', () => {
  const values = {
    cloud: 'global',
    service: 'graph',
    host: 'login.example',
    reason: 'other',
    code: 'c0de',
    words: 'its words',
    tenant: OTHER,
    own: TENANT,
    partner: 'Contoso',
    at: '2026-11-22T08:00:00.000Z',
    file: '/tokens/one',
  };
  const keys = Object.keys(MESSAGES.en.problems).filter((key) =>
    /^(token|account|signIn|consent|notSignedIn|noClientId|authorityOther)/.test(key),
  );

  it.each(keys)('%s is one sentence in each language', (key) => {
    const sentences = (['en', 'zh-CN', 'zh-TW'] as const).map((language) =>
      problemSentence({ kind: 'refused', key, values }, language),
    );
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/[{}]|^\w+$/);
      expect(sentence).toMatch(/[.。]$/u);
    }
  });

  it('are all there', () => {
    expect(keys).toHaveLength(15);
  });
});
