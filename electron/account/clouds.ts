import type { Cloud, PartnerProfile } from '#shared/model/partner.ts';
import type { SyncSource } from '#shared/model/sync.ts';

/** Where one of the clouds signs people in, and what its services are called there. */
interface CloudAccess {
  readonly authority: string;
  /** As whom tokens address the service: its base, whichever address the requests themselves go to. */
  readonly audience: Record<SyncSource, string>;
  /** Hosts in the issuers of its tokens, of today and of former days. */
  readonly issuers: readonly string[];
}

/** The clouds' own addresses; sources are named in docs/sign-in.md. */
const CLOUDS: Record<Cloud, CloudAccess> = {
  global: {
    authority: 'https://login.microsoftonline.com',
    audience: { 'partner-center': 'https://api.partnercenter.microsoft.com', graph: 'https://graph.microsoft.com' },
    issuers: ['login.microsoftonline.com', 'login.windows.net', 'sts.windows.net'],
  },
  '21vianet': {
    authority: 'https://login.partner.microsoftonline.cn',
    audience: {
      'partner-center': 'https://partner.partnercenterapi.microsoftonline.cn',
      graph: 'https://microsoftgraph.chinacloudapi.cn',
    },
    issuers: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn', 'sts.chinacloudapi.cn'],
  },
};

/** Some tokens name the service by its application instead, which is the same in both clouds. */
const APPLICATIONS: Readonly<Record<string, SyncSource>> = {
  'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd': 'partner-center',
  '00000003-0000-0000-c000-000000000000': 'graph',
};

const PERMISSIONS: Record<SyncSource, string> = {
  'partner-center': 'user_impersonation',
  graph: 'DelegatedAdminRelationship.ReadWrite.All',
};

/** The permission that we ask the person for, as OAuth names it. */
export function scopeOf(service: SyncSource, { cloud }: PartnerProfile): string {
  return `${CLOUDS[cloud].audience[service]}/${PERMISSIONS[service]}`;
}

/** Where the partner's staff sign in: the profile's authority or the cloud's own, without a slash at its end. */
export function authorityOf({ cloud, endpoints }: PartnerProfile): string {
  return (endpoints?.authority ?? CLOUDS[cloud].authority).replace(/\/+$/, '');
}

const ENTRIES: readonly (readonly [Cloud, CloudAccess])[] = [
  ['global', CLOUDS.global],
  ['21vianet', CLOUDS['21vianet']],
];

/** The cloud whose people sign in at this host; `undefined` for a host that is neither cloud's. */
export function cloudOfIssuer(host: string): Cloud | undefined {
  return ENTRIES.find(([, { issuers }]) => issuers.includes(host))?.[0];
}

/** Which service an audience is, and in which cloud where it tells; `undefined` for one that nobody knows. */
export function serviceOfAudience(audience: string): { cloud: Cloud | null; service: SyncSource } | undefined {
  const application = APPLICATIONS[audience.toLowerCase()];
  if (application !== undefined) return { cloud: null, service: application };
  const host = hostOf(audience);
  for (const [cloud, access] of ENTRIES) {
    if (hostOf(access.audience['partner-center']) === host) return { cloud, service: 'partner-center' };
    if (hostOf(access.audience.graph) === host) return { cloud, service: 'graph' };
  }
  return undefined;
}

/** The host of an address; `undefined` for what is none. */
export function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host.toLowerCase() || undefined;
  } catch {
    return undefined;
  }
}
