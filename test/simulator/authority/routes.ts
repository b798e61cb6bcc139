import { randomInt } from 'node:crypto';
import { type Answer, type Asked, type Handler, ok, type Route } from '#test/simulator/http/exchange.ts';
import { type Tokens, unsignedJwt } from '#test/simulator/http/tokens.ts';
import { challengeOf, createGrants, type Grant } from './grants.ts';
import { clientInfo, isLoopback, oauthError, serviceOf } from './oauth.ts';
import type { Person } from './person.ts';
import { returnPage } from './return-page.ts';

export interface AuthorityOptions {
  readonly root: string;
  /** Who the partner is: its tenant, or `organizations`, stands in the addresses. */
  readonly tenantId: string;
  readonly person: Person;
  readonly tokens: Tokens;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Seconds that an access token is good for. */
  readonly tokenSeconds: number;
}

export interface Authority {
  readonly routes: readonly Route[];
  /** Nobody stays signed in: who was must sign in anew. */
  revoke(): void;
}

const CODE_SECONDS = 600;
const DEVICE_SECONDS = 900;
const TENANT = '/([^/]+)';

/** An OAuth authority whose person is quick to agree. It signs nothing. */
export function createAuthority({ now, person, root, tenantId, tokenSeconds, tokens }: AuthorityOptions): Authority {
  const codes = createGrants();
  const refreshes = createGrants();
  const devices = createGrants<Grant & { readonly asked: { times: number } }>();
  const route = (method: string, path: string, handle: Handler): Route => ({
    service: 'authority',
    method,
    path: new RegExp(`^${TENANT}${path}$`, 'iu'),
    handle: (asked, [tenant = '']) =>
      [tenantId, 'organizations', 'common'].includes(tenant.toLowerCase())
        ? handle(asked, [tenant])
        : oauthError('invalid_tenant', 90002, `Tenant '${tenant}' not found.`),
  });

  function discovery(_asked: Asked, [tenant]: readonly string[]): Answer {
    const base = `${root}/${tenant}`;
    return ok({
      issuer: `${root}/${tenantId}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'form_post'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  }

  function authorize({ url }: Asked): Answer {
    const said = (name: string) => url.searchParams.get(name);
    const [clientId, redirectUri, challenge] = [said('client_id'), said('redirect_uri'), said('code_challenge')];
    if (clientId === null || redirectUri === null || !isLoopback(redirectUri)) {
      return oauthError('invalid_request', 50011, 'The redirect URI does not match those of the application.');
    }
    if (said('response_type') !== 'code' || challenge === null || said('code_challenge_method') !== 'S256') {
      return oauthError('invalid_request', 9002325, 'Proof Key for Code Exchange is required.');
    }
    const parameters: Record<string, string> = person.refuses
      ? { error: person.refuses, error_description: 'AADSTS65004: The user declined to consent.' }
      : {
          code: codes.give({
            clientId,
            redirectUri,
            challenge,
            tenantId: person.tenantId,
            scope: said('scope') ?? '',
            nonce: said('nonce'),
            expires: now() + CODE_SECONDS,
          }),
          client_info: clientInfo(person),
        };
    const state = said('state');
    return returnPage(redirectUri, { ...parameters, ...(state !== null && { state }) }, said('response_mode'));
  }

  function deviceCode({ text }: Asked, [tenant]: readonly string[]): Answer {
    const form = new URLSearchParams(text);
    const clientId = form.get('client_id') ?? '';
    const scope = form.get('scope') ?? '';
    const expires = now() + DEVICE_SECONDS;
    const unbound = { nonce: null, redirectUri: null, challenge: null, tenantId: person.tenantId };
    const code = devices.give({ clientId, scope, expires, ...unbound, asked: { times: 0 } });
    const userCode = String(randomInt(100_000_000, 999_999_999));
    const page = `${root}/${tenant}/device`;
    return ok({
      user_code: userCode,
      device_code: code,
      verification_uri: page,
      expires_in: DEVICE_SECONDS,
      interval: 1,
      message: `To sign in, open ${page} and enter the code ${userCode}.`,
    });
  }

  function token({ text }: Asked): Answer {
    const form = new URLSearchParams(text);
    const clientId = form.get('client_id');
    const grant = granted(form);
    if ('status' in grant) return grant;
    if (grant.clientId !== clientId) return oauthError('invalid_grant', 700007, 'Not issued to this application.');
    if (grant.expires < now()) return oauthError('invalid_grant', 70008, 'The grant has expired.');
    return issued(grant, form.get('scope') ?? grant.scope);
  }

  function granted(form: URLSearchParams): Grant | Answer {
    const used = 'The grant is invalid, or was used already.';
    switch (form.get('grant_type')) {
      case 'authorization_code': {
        const grant = codes.take(form.get('code'));
        if (grant === undefined) return oauthError('invalid_grant', 54005, used);
        if (grant.challenge !== challengeOf(form.get('code_verifier') ?? '')) {
          return oauthError('invalid_grant', 501481, 'The Code_Verifier does not match the code_challenge.');
        }
        if (grant.redirectUri === form.get('redirect_uri')) return grant;
        return oauthError('invalid_grant', 50011, 'The redirect URI is another one.');
      }
      case 'refresh_token':
        return refreshes.find(form.get('refresh_token')) ?? oauthError('invalid_grant', 70000, used);
      case 'device_code':
      case 'urn:ietf:params:oauth:grant-type:device_code':
        return typed(form.get('device_code'));
      default:
        return oauthError('unsupported_grant_type', 70003, 'The grant type is not supported.');
    }
  }

  function typed(code: string | null): Grant | Answer {
    const device = devices.find(code);
    if (device === undefined) return oauthError('expired_token', 70020, 'The device code has expired.');
    if (person.refuses) return oauthError('authorization_declined', 70018, 'The user declined.');
    device.asked.times += 1;
    if (device.asked.times <= person.hesitates) {
      return oauthError('authorization_pending', 70016, 'The user has not yet typed the code.');
    }
    return devices.take(code) ?? device;
  }

  function issued(grant: Grant, scope: string): Answer {
    const service = serviceOf(scope);
    if (service === null) return oauthError('invalid_scope', 70011, 'The scope is not valid.');
    if (person.withholds.includes(service)) {
      return oauthError(
        'invalid_grant',
        65001,
        'The user has not consented to use the application.',
        'consent_required',
      );
    }
    const iat = now();
    const { name, objectId, tenantId: tid, username } = person;
    const claims = { aud: grant.clientId, iss: `${root}/${tid}/v2.0`, tid, oid: objectId, sub: objectId, name };
    const idToken = {
      ...claims,
      preferred_username: username,
      ...(grant.nonce !== null && { nonce: grant.nonce }),
      iat,
      nbf: iat,
      exp: iat + 3600,
      ver: '2.0',
    };
    return ok({
      token_type: 'Bearer',
      scope: scope.includes('openid') ? scope : `${scope} openid profile offline_access`,
      expires_in: tokenSeconds,
      ext_expires_in: tokenSeconds,
      access_token: tokens.issue(service, { seconds: tokenSeconds }),
      refresh_token: refreshes.give({ ...grant, expires: iat + 90 * 86_400 }),
      id_token: unsignedJwt(idToken),
      client_info: clientInfo(person),
    });
  }

  return {
    routes: [
      route('GET', '/v2\\.0/\\.well-known/openid-configuration', discovery),
      route('GET', '/discovery/v2\\.0/keys', () => ok({ keys: [] })),
      route('GET', '/oauth2/v2\\.0/authorize', authorize),
      route('POST', '/oauth2/v2\\.0/devicecode', deviceCode),
      route('POST', '/oauth2/v2\\.0/token', token),
    ],
    revoke() {
      refreshes.clear();
    },
  };
}
