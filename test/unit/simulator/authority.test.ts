import { PublicClientApplication } from '@azure/msal-node';
import { expect, it } from 'vitest';
import { createAuthorityNetwork } from '#electron/account/authority-network.ts';
import { browse } from '#test/simulator/authority/browser.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { ask, simulated } from './asking.ts';

const PARTNER_CENTER = ['https://api.partnercenter.microsoft.com/user_impersonation'];
const GRAPH = ['https://graph.microsoft.com/DelegatedAdminRelationship.ReadWrite.All'];

/** The library that staff sign in with, at this authority. */
function libraryAt({ authority, profile }: Simulator): {
  library: PublicClientApplication;
  open: (at: string) => string;
} {
  const { host } = new URL(authority);
  const networkClient = createAuthorityNetwork(authority, fetch);
  const library = new PublicClientApplication({
    auth: {
      clientId: profile.clientId ?? '',
      authority: `https://${host}/${profile.partner.tenantId}`,
      knownAuthorities: [host],
    },
    system: { networkClient, disableInternalRetries: true },
  });
  return { library, open: networkClient.openable };
}

it('signs a person in by the browser, for both services', async () => {
  const simulator = await simulated();
  const { library, open } = libraryAt(simulator);
  const result = await library.acquireTokenInteractive({
    scopes: PARTNER_CENTER,
    openBrowser: async (address) => {
      await browse(open(address));
    },
  });
  expect(result.account?.username).toBe(simulator.profile.staff.id);
  expect(result.tenantId).toBe(simulator.profile.partner.tenantId);
  const token = result.accessToken;
  expect((await ask(simulator, 'partner-center', 'GET /v1/customers', { token })).status).toBe(200);
  if (result.account === null) throw new Error('Nobody is signed in.');
  const silent = await library.acquireTokenSilent({ account: result.account, scopes: GRAPH });
  const path = '/tenantRelationships/delegatedAdminCustomers';
  expect((await ask(simulator, 'graph', `GET ${path}`, { token: silent.accessToken })).status).toBe(200);
});

it('signs a person in by a code, once it was typed', async () => {
  const simulator = await simulated();
  const codes: string[] = [];
  const result = await libraryAt(simulator).library.acquireTokenByDeviceCode({
    scopes: PARTNER_CENTER,
    deviceCodeCallback: ({ userCode }) => codes.push(userCode),
  });
  expect(codes).toEqual([expect.stringMatching(/^\d{9}$/u)]);
  expect(result?.account?.username).toBe(simulator.profile.staff.id);
});

it('gives no token for another verifier', async () => {
  const simulator = await simulated();
  const base = `${simulator.authority}/${simulator.profile.partner.tenantId}/oauth2/v2.0`;
  const asking = {
    client_id: simulator.profile.clientId ?? '',
    redirect_uri: 'http://localhost:1',
    response_type: 'code',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
    scope: PARTNER_CENTER.join(' '),
    state: 'mine',
  };
  const page = await fetch(`${base}/authorize?${new URLSearchParams(asking)}`, { redirect: 'manual' });
  const back = new URL(page.headers.get('Location') ?? '');
  expect(back.searchParams.get('state')).toBe('mine');
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: asking.client_id,
    redirect_uri: asking.redirect_uri,
    code: back.searchParams.get('code') ?? '',
    code_verifier: 'y'.repeat(43),
  });
  const answer = await fetch(`${base}/token`, { method: 'POST', body });
  expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_grant' })]);
});

it('sends nobody back to another machine', async () => {
  const simulator = await simulated();
  const asking = { client_id: 'x', redirect_uri: 'https://elsewhere.example', response_type: 'code' };
  const page = `${simulator.authority}/common/oauth2/v2.0/authorize?${new URLSearchParams(asking)}`;
  expect((await fetch(page, { redirect: 'manual' })).status).toBe(400);
});
