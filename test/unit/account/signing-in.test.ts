import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSignInStore, signInFile } from '#electron/account/kept-sign-in.ts';
import { landingPages } from '#electron/account/landing-page.ts';
import { SignedInAccount, type SignedInOptions } from '#electron/account/signed-in-account.ts';
import type { Keychain } from '#electron/records/key-file.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { type FakeAuthority, signInLikeABrowser, startAuthority } from './fake-authority.ts';
import { problemAfter } from './problem-after.ts';

const TENANT = '0f0e0d0c-0b0a-4a09-8807-060504030201';
const OTHER = '11111111-2222-4333-8444-555555555555';
const CLIENT = '99999999-8888-4777-8666-555555555555';

/** A keychain that others cannot read; it turns every bit over. */
const keychain: Keychain = {
  name: 'Test keychain',
  seal: (bytes) => bytes.map((byte) => byte ^ 0xff),
  open: (sealed) => sealed.map((byte) => byte ^ 0xff),
};

let authority: FakeAuthority;
let folder: string;
let file: string;

beforeEach(async () => {
  authority = await startAuthority();
  folder = await mkdtemp(join(tmpdir(), 'account-'));
  file = signInFile(folder, '/workspaces/contoso');
});
afterEach(async () => {
  await authority.close();
  await rm(folder, { recursive: true });
});

function profileOf(more: object = {}): PartnerProfile {
  return PartnerProfile.parse({
    cloud: 'global',
    partner: { tenantId: TENANT, name: 'Contoso' },
    programs: ['direct-bill'],
    staff: { id: 'li', roles: ['admin-agent'] },
    endpoints: { authority: authority.url },
    ...more,
  });
}

function accountWith(more: Partial<SignedInOptions> = {}): Promise<SignedInAccount> {
  return SignedInAccount.recall({
    profile: profileOf(),
    clientId: () => CLIENT,
    store: createSignInStore(file, keychain),
    fetch: globalThis.fetch,
    clock: () => new Date(),
    open: async (address) => {
      void signInLikeABrowser(address);
      return true;
    },
    pages: () => landingPages('en', 'Contoso'),
    ...more,
  });
}

describe('Signing in by the browser', () => {
  it('opens the page of the profile’s tenant, with a challenge and both permissions, and knows who came back', async () => {
    const opened: string[] = [];
    const account = await accountWith({
      open: async (address) => {
        opened.push(address);
        return true;
      },
    });
    const begun = await account.signIn('browser');
    expect(begun).toEqual({ state: 'signing-in', how: 'browser', code: null, url: null, expiresAt: null });
    const page = new URL(opened[0] ?? '');
    expect(`${page.origin}${page.pathname}`).toBe(`${authority.url}/${TENANT}/oauth2/v2.0/authorize`);
    expect(page.searchParams.get('code_challenge_method')).toBe('S256');
    expect(page.searchParams.get('scope')).toContain('https://api.partnercenter.microsoft.com/user_impersonation');
    expect(page.searchParams.get('scope')).toContain(
      'https://graph.microsoft.com/DelegatedAdminRelationship.ReadWrite.All',
    );
    expect(await signInLikeABrowser(page.href)).toContain('You are signed in');
    expect(await account.signedIn()).toEqual({
      state: 'signed-in',
      username: 'li@contoso.example',
      name: 'Li Na',
      tenantId: TENANT,
      remembered: true,
    });
  });

  it('shows the address where no browser opened', async () => {
    const account = await accountWith({ open: () => Promise.resolve(false) });
    const begun = await account.signIn('browser');
    expect(begun).toMatchObject({ state: 'signing-in', url: expect.stringContaining(`${authority.url}/`) });
    await account.close();
  });

  it('is a problem when the person declines, and leaves nobody signed in', async () => {
    const account = await accountWith({
      open: async (address) => {
        void signInLikeABrowser(address, true);
        return true;
      },
    });
    await account.signIn('browser');
    expect(await problemAfter(account.signedIn())).toMatchObject({
      key: 'signInRefused',
      values: { reason: 'declined' },
    });
    expect(account.state).toEqual({ state: 'signed-out' });
  });

  it('ends at once when it is given up', async () => {
    const account = await accountWith({ open: () => Promise.resolve(true) });
    await account.signIn('browser');
    expect(await account.cancel()).toEqual({ state: 'signed-out' });
    expect(await account.signedIn()).toEqual({ state: 'signed-out' });
  });

  it('opens no page any more when it is given up before there was one', async () => {
    const opened: string[] = [];
    const account = await accountWith({ open: async (address) => opened.push(address) > 0 });
    const begun = account.signIn('browser');
    // The authority is being asked by now.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await account.cancel()).toEqual({ state: 'signed-out' });
    expect(await begun).toEqual({ state: 'signed-out' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(opened).toEqual([]);
  });

  it('refuses an account of another tenant, and names both', async () => {
    authority.behaviour.tenant = OTHER;
    const account = await accountWith();
    await account.signIn('browser');
    const problem = await problemAfter(account.signedIn());
    expect(problem).toMatchObject({ key: 'accountOtherTenant' });
    for (const language of ['en', 'zh-CN', 'zh-TW'] as const) {
      const sentence = problemSentence(problem, language);
      expect(sentence).toContain(OTHER);
      expect(sentence).toContain(TENANT);
    }
    expect(account.state).toEqual({ state: 'signed-out' });
    expect(existsSync(file)).toBe(false);
  });
});

describe('Signing in by a device code', () => {
  it('shows the code and the page, and waits until it was typed there', async () => {
    authority.behaviour.pending = 3;
    const account = await accountWith();
    expect(await account.signIn('device-code')).toMatchObject({
      state: 'signing-in',
      how: 'device-code',
      code: 'ABCD-EFGH',
      url: `${authority.url}/device`,
    });
    expect(await account.signedIn()).toMatchObject({ state: 'signed-in', username: 'li@contoso.example' });
    expect(authority.grants.filter((grant) => grant.includes('device_code'))).toHaveLength(4);
  });

  it('says when the code is no longer valid', async () => {
    authority.behaviour.pending = 0;
    authority.behaviour.refuses = { error: 'expired_token', error_description: 'AADSTS70020: expired' };
    const account = await accountWith();
    await account.signIn('device-code');
    expect(await problemAfter(account.signedIn())).toMatchObject({ values: { reason: 'expired' } });
  });

  it('ends at once when it is given up, and what comes later counts for nothing', async () => {
    authority.behaviour.pending = 1_000;
    const account = await accountWith();
    await account.signIn('device-code');
    expect(await account.cancel()).toEqual({ state: 'signed-out' });
    authority.behaviour.pending = 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(account.state).toEqual({ state: 'signed-out' });
  });
});

describe('What keeps a sign-in from beginning', () => {
  it('is an app registration that nobody named', async () => {
    const account = await accountWith({ clientId: () => null });
    const problem = await problemAfter(account.signIn('browser'));
    expect(problem).toEqual({ kind: 'refused', key: 'noClientId', values: { cloud: 'global' } });
    expect(problemSentence(problem, 'en')).toContain('account --client-id');
  });

  it('is the authority of the other cloud', async () => {
    const profile = profileOf({ endpoints: { authority: 'https://login.chinacloudapi.cn' } });
    const account = await accountWith({ profile });
    expect(await problemAfter(account.signIn('browser'))).toMatchObject({ key: 'authorityOtherCloud' });
  });

  it('is an authority that is no sign-in service: a page of a proxy', async () => {
    authority.behaviour.page = '<html><body>Sign in to the guest network</body></html>';
    const problem = await problemAfter((await accountWith()).signIn('device-code'));
    expect(problem).toMatchObject({ kind: 'unavailable', key: 'networkNotJson' });
  });

  it('is an authority that nothing answers at', async () => {
    await authority.close();
    const account = await accountWith();
    expect(await problemAfter(account.signIn('browser'))).toMatchObject({ key: 'networkConnectionRefused' });
    expect(account.state).toEqual({ state: 'signed-out' });
    authority = await startAuthority();
  });

  it('is an app registration that the authority does not accept, in its own words and without what only it can read', async () => {
    authority.behaviour.pending = 0;
    authority.behaviour.refuses = {
      error: 'unauthorized_client',
      error_description: 'AADSTS700016: Application was not found. Trace ID: 1234 Correlation ID: 5678',
    };
    const account = await accountWith();
    await account.signIn('device-code');
    const problem = await problemAfter(account.signedIn());
    expect(problem).toMatchObject({ key: 'signInRefused', values: { reason: 'application' } });
  });
});

describe('Tokens', () => {
  async function signedIn(more: Partial<SignedInOptions> = {}) {
    const account = await accountWith(more);
    await account.signIn('browser');
    await account.signedIn();
    return account;
  }

  it('are one a service, asked for once however many requests need one', async () => {
    const account = await signedIn();
    const [first, second] = await Promise.all([account.token('graph'), account.token('graph')]);
    expect(first).toBe(second);
    expect(await account.token('partner-center')).not.toBe(first);
    expect(authority.grants).toEqual([
      'authorization_code https://api.partnercenter.microsoft.com/user_impersonation',
      'refresh_token https://graph.microsoft.com/DelegatedAdminRelationship.ReadWrite.All',
    ]);
  });

  it('are fresh ones after one was refused, once for all requests that it was refused to', async () => {
    const account = await signedIn();
    const old = await account.token('partner-center');
    const fresh = await Promise.all([
      account.token('partner-center', old),
      account.token('partner-center', old),
      account.token('partner-center', old),
    ]);
    expect(new Set(fresh).size).toBe(1);
    expect(fresh[0]).not.toBe(old);
    expect(await account.token('partner-center', old)).toBe(fresh[0]);
    expect(authority.grants).toHaveLength(2);
  });

  it('are renewed before they end', async () => {
    authority.behaviour.lifetime = 60;
    await signedIn();
    const later = await accountWith();
    await later.token('partner-center');
    expect(authority.grants.at(-1)).toContain('refresh_token');
  });

  it('are not given out where they are another tenant’s', async () => {
    const account = await signedIn();
    authority.behaviour.tenant = OTHER;
    expect(await problemAfter(account.token('graph'))).toMatchObject({ key: 'accountOtherTenant' });
  });

  it('end with the sign-in, of which nothing is kept then', async () => {
    const account = await signedIn();
    authority.behaviour.refuses = {
      error: 'invalid_grant',
      error_description: 'AADSTS50173: The grant has expired due to it being revoked.',
    };
    const problem = await problemAfter(account.token('graph'));
    expect(problem).toMatchObject({ kind: 'refused', key: 'signInEnded' });
    expect(account.state).toEqual({ state: 'signed-out' });
    expect(existsSync(file)).toBe(false);
    expect(await problemAfter(account.token('graph'))).toMatchObject({ key: 'notSignedIn' });
  });

  it('are missing for a service that nobody consented to, while the sign-in stands', async () => {
    const account = await signedIn();
    authority.behaviour.refuses = {
      error: 'invalid_grant',
      error_description: 'AADSTS65001: The user or administrator has not consented.',
    };
    expect(await problemAfter(account.token('graph'))).toMatchObject({ key: 'consentMissing' });
    expect(account.state).toMatchObject({ state: 'signed-in' });
  });

  it('are not to be had offline, which ends nothing', async () => {
    const account = await signedIn();
    authority.behaviour.page = '<html>captive portal</html>';
    expect(await problemAfter(account.token('graph'))).toMatchObject({ kind: 'unavailable', key: 'networkNotJson' });
    expect(account.state).toMatchObject({ state: 'signed-in' });
  });
});

describe('What is kept of a sign-in', () => {
  it('lies sealed in a file for its owner alone, and serves the next session without asking', async () => {
    const first = await accountWith();
    await first.signIn('browser');
    await first.signedIn();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const bytes = await readFile(file, 'latin1');
    for (const secret of authority.secrets) expect(bytes).not.toContain(secret);
    const next = await accountWith({ open: () => Promise.reject(new Error('asked')) });
    expect(next.state).toMatchObject({ state: 'signed-in', username: 'li@contoso.example', remembered: true });
    expect(await next.token('partner-center')).toBe(await first.token('partner-center'));
  });

  it('follows every renewal', async () => {
    const first = await accountWith();
    await first.signIn('browser');
    await first.signedIn();
    const renewed = await first.token('partner-center', await first.token('partner-center'));
    const next = await accountWith();
    expect(await next.token('partner-center')).toBe(renewed);
  });

  it('is nothing without a keychain, and the state says so', async () => {
    const account = await accountWith({ store: createSignInStore(file, null) });
    await account.signIn('browser');
    expect(await account.signedIn()).toMatchObject({ state: 'signed-in', remembered: false });
    expect(await readdir(folder)).toEqual([]);
    expect(await account.token('graph')).not.toBe('');
  });

  it('is nothing after signing out, on the disk and in memory', async () => {
    const account = await accountWith();
    await account.signIn('browser');
    await account.signedIn();
    expect(await account.signOut()).toEqual({ state: 'signed-out' });
    expect(await readdir(folder)).toEqual([]);
    expect(await problemAfter(account.token('partner-center'))).toMatchObject({ key: 'notSignedIn' });
  });

  it('does not come back by a renewal that was under way', async () => {
    const account = await accountWith();
    await account.signIn('browser');
    await account.signedIn();
    const renewing = problemAfter(account.token('graph'));
    await account.signOut();
    expect(await renewing).toMatchObject({ key: 'notSignedIn' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is forgotten when it is another registration’s or partner’s', async () => {
    const account = await accountWith();
    await account.signIn('browser');
    await account.signedIn();
    expect((await accountWith({ clientId: () => OTHER })).state).toEqual({ state: 'signed-out' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('counts for nothing where it does not open', async () => {
    const account = await accountWith();
    await account.signIn('browser');
    await account.signedIn();
    const locked: Keychain = {
      ...keychain,
      open: () => {
        throw new Error('locked');
      },
    };
    expect((await accountWith({ store: createSignInStore(file, locked) })).state).toEqual({ state: 'signed-out' });
  });
});

describe('Secrets', () => {
  it('are in no problem, whatever goes wrong', async () => {
    const problems: unknown[] = [];
    const account = await accountWith();
    await account.signIn('browser');
    await account.signedIn();
    for (const error of ['server_error', 'invalid_request', 'consent_required', 'invalid_grant']) {
      const token = authority.secrets.at(-1);
      authority.behaviour.refuses = { error, error_description: `AADSTS1: refused code=${token} token=${token}` };
      problems.push(await problemAfter(account.token('graph')));
    }
    const text = JSON.stringify(problems) + JSON.stringify(account.state);
    expect(text).toContain('AADSTS1: refused');
    expect(problems).toHaveLength(4);
    for (const secret of authority.secrets) expect(text).not.toContain(secret);
  });
});
