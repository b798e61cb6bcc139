import { z } from 'zod';
import type { Cloud } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import { type Answer, refusal } from './exchange.ts';

/** Of what kind a token shall be; a good one unless something is named. */
export interface TokenOptions {
  /** Of which cloud; of this one unless given. */
  readonly cloud?: Cloud;
  /** Seconds that it is good for; an hour unless given. */
  readonly seconds?: number;
  /** Whether its person may do anything. */
  readonly rights?: boolean;
}

const SCOPES = { 'partner-center': 'user_impersonation', graph: 'DelegatedAdminRelationship.ReadWrite.All' } as const;

/** As whom tokens address the services, and who issues them. */
const CLOUDS = {
  global: {
    'partner-center': 'https://api.partnercenter.microsoft.com',
    graph: 'https://graph.microsoft.com',
    issuer: 'https://login.microsoftonline.com',
  },
  '21vianet': {
    'partner-center': 'https://partner.partnercenterapi.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    issuer: 'https://login.partner.microsoftonline.cn',
  },
} as const;

const Claims = z.object({
  iss: z.string(),
  scp: z.string(),
  exp: z.number(),
  generation: z.number(),
  rights: z.boolean(),
});

export interface Tokens {
  /** A token for one service. */
  issue(service: SyncSource, options?: TokenOptions): string;
  /** All that were issued are over. */
  expire(): void;
  /** Why a request may not pass; `null` when it may. */
  refuse(service: SyncSource, authorization: string | null, requestId: string | null): Answer | null;
}

/** Whose tokens they are. */
export interface Identity {
  readonly cloud: Cloud;
  readonly tenantId: string;
  readonly username: string;
}

/** A JSON Web Token that nobody signed. */
export function unsignedJwt(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'none' })}.${part(claims)}.${Buffer.from('simulated').toString('base64url')}`;
}

/** Tokens of the authority at an address; `now` gives seconds. */
export function createTokens(issuer: string, identity: Identity, now: () => number): Tokens {
  const { tenantId, username } = identity;
  let generation = 0;
  let number = 0;

  return {
    issue: (service, options = {}) => {
      number += 1;
      const { cloud = identity.cloud, rights = true, seconds = 3600 } = options;
      const iss = cloud === identity.cloud ? issuer : `${CLOUDS[cloud].issuer}/${tenantId}/v2.0`;
      const who = { tid: tenantId, upn: username, jti: String(number) };
      const [aud, iat, scp] = [CLOUDS[cloud][service], now(), SCOPES[service]];
      return unsignedJwt({ iss, aud, ...who, scp, iat, exp: iat + seconds, generation, rights });
    },
    expire: () => {
      generation += 1;
    },
    refuse: (service, authorization, requestId) => {
      const deny = (status: number, code: string, words: string) => refusal(service, status, code, words, requestId);
      const [unauthorised, forbidden] =
        service === 'graph' ? ['InvalidAuthenticationToken', 'Authorization_RequestDenied'] : ['2001', '900150'];
      const claims = claimsOf(authorization);
      if (claims === null) return deny(401, unauthorised, 'Access token is missing or malformed.');
      if (claims.iss !== issuer) return deny(401, unauthorised, 'Access token validation failure. Invalid issuer.');
      if (claims.scp !== SCOPES[service]) return deny(401, unauthorised, 'Access token is for another audience.');
      if (claims.generation !== generation || claims.exp <= now()) {
        return deny(401, unauthorised, 'Access token has expired or is not yet valid.');
      }
      return claims.rights ? null : deny(403, forbidden, 'The role of the user does not have the rights for this.');
    },
  };
}

function claimsOf(authorization: string | null): z.infer<typeof Claims> | null {
  const [, payload] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization ?? '') ?? [];
  try {
    return Claims.parse(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()));
  } catch {
    return null;
  }
}
