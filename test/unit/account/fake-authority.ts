import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How the authority behaves, changed by a test on the way. */
export interface Behaviour {
  /** The tenant that its tokens name, whatever was asked for. */
  tenant: string | null;
  /** Seconds that a token lasts. */
  lifetime: number;
  /** What the token endpoint answers instead of tokens. */
  refuses: { readonly error: string; readonly error_description: string } | null;
  /** How often a device code is still pending when asked for. */
  pending: number;
  /** Answers this page to everything. */
  page: string | null;
}

export interface FakeAuthority {
  readonly url: string;
  readonly behaviour: Behaviour;
  /** Every secret that was handed out. */
  readonly secrets: string[];
  /** The grants that were asked for, as `grant_type scope`. */
  readonly grants: string[];
  close(): Promise<void>;
}

/** An OAuth authority on this machine by `http:`, which consents to everything; with PKCE, device codes and refresh tokens. */
export async function startAuthority(): Promise<FakeAuthority> {
  const behaviour: Behaviour = { tenant: null, lifetime: 3600, refuses: null, pending: 1, page: null };
  const secrets: string[] = [];
  const grants: string[] = [];
  const codes = new Map<string, string>();

  const secret = (value: string): string => {
    secrets.push(value);
    return value;
  };
  const jwt = (claims: object): string => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${randomUUID()}`;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const tenant = url.pathname.split('/')[1] ?? '';
    const json = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (behaviour.page !== null) {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(behaviour.page);
      return;
    }
    if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      const base = `${url.origin}/${tenant}`;
      json({
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    } else if (url.pathname.endsWith('/authorize')) {
      const code = secret(`code-${randomUUID()}`);
      codes.set(code, url.searchParams.get('code_challenge') ?? '');
      json({ code });
    } else if (url.pathname.endsWith('/devicecode')) {
      json({
        user_code: 'ABCD-EFGH',
        device_code: secret(`device-${randomUUID()}`),
        verification_uri: `${url.origin}/device`,
        expires_in: 900,
        interval: 0.02,
        message: 'Type the code.',
      });
    } else if (url.pathname.endsWith('/token')) {
      const form = new URLSearchParams(await text(request));
      const grant = form.get('grant_type') ?? '';
      const scope = (form.get('scope') ?? '').split(' ').find((one) => one.startsWith('https://')) ?? '';
      grants.push(`${grant} ${scope}`);
      if (grant.endsWith('device_code') && behaviour.pending-- > 0) {
        json({ error: 'authorization_pending', error_description: 'Not yet.' }, 400);
        return;
      }
      if (behaviour.refuses !== null) {
        json(behaviour.refuses, 400);
        return;
      }
      if (grant === 'authorization_code') {
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (codes.get(form.get('code') ?? '') !== challenge) {
          json({ error: 'invalid_grant', error_description: 'The verifier does not fit.' }, 400);
          return;
        }
      }
      const tid = behaviour.tenant ?? tenant;
      const exp = Math.floor(Date.now() / 1000) + behaviour.lifetime;
      const person = { tid, oid: 'person', sub: 'person', preferred_username: 'li@contoso.example', name: 'Li Na' };
      json({
        token_type: 'Bearer',
        scope,
        expires_in: behaviour.lifetime,
        access_token: secret(
          jwt({ aud: new URL(scope).origin, iss: `${url.origin}/${tid}/v2.0`, tid, exp, jti: randomUUID() }),
        ),
        refresh_token: secret(`refresh-${randomUUID()}`),
        id_token: secret(jwt({ ...person, aud: form.get('client_id'), iss: `${url.origin}/${tid}/v2.0`, exp })),
        client_info: Buffer.from(JSON.stringify({ uid: 'person', utid: tid })).toString('base64url'),
      });
    } else {
      json({ error: 'not_found' }, 404);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    behaviour,
    secrets,
    grants,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** What a browser does with the sign-in page: the authority sends it back to us with a form (`response_mode=form_post`). */
export async function signInLikeABrowser(address: string, declines = false): Promise<string> {
  const url = new URL(address);
  const { code } = (await (await fetch(url)).json()) as { code: string };
  const state = url.searchParams.get('state') ?? '';
  const form = declines ? { error: 'access_denied', state } : { code, state };
  const redirect = new URL(url.searchParams.get('redirect_uri') ?? '');
  redirect.hostname = '127.0.0.1';
  const landed = await fetch(redirect, { method: 'POST', body: new URLSearchParams(form) });
  return await landed.text();
}
