import { DIRECTORY_ROLE } from '#electron/policy/index.ts';
import type { Surroundings } from '#shared/model/dossier.ts';
import { GroupId, RoleDefinitionId, TenantId } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import { company } from './names/companies.ts';
import { Random } from './random.ts';

const DAY = 86_400_000;

/** The instant from which all generated dates are reckoned. */
export const NOW = new Date('2026-11-22T00:00:00.000Z');

/** The instant so many days from then, fractions allowed. */
export const daysFromNow = (days: number): string => new Date(NOW.getTime() + Math.round(days * DAY)).toISOString();

export interface Partner {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly mpnId: string;
}

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  readonly roles: readonly RoleDefinitionId[];
}

/** Everything around the customers of one seed: who we are, and whom we deal with. */
export interface World {
  readonly seed: number;
  readonly profile: PartnerProfile;
  readonly us: Partner;
  /** Resellers of ours, the big ones first. */
  readonly resellers: readonly Partner[];
  /** Partners who are none of ours. */
  readonly others: readonly Partner[];
  readonly groups: readonly Group[];
  /** Staff ids. */
  readonly staff: readonly string[];
  readonly surroundings: Surroundings;
}

const role = (id: string): RoleDefinitionId => RoleDefinitionId.parse(id);

/** Built-in directory roles that partners ask for (Microsoft Entra built-in roles). */
export const ROLES: readonly RoleDefinitionId[] = [
  ...Object.values(DIRECTORY_ROLE).map(role),
  role('88d8e3e3-8f55-4a1e-953a-9b9898b8876b'),
  role('29232cdf-9323-42fd-ade2-1d097af3e4de'),
  role('f2ef992c-3afb-46b9-b7cf-a126ee74c451'),
  role('fdd7a751-b60b-444a-984c-02652fe8fa1c'),
];

const STAFF = ['li.na@kunlun.example', 'zhang.wei@kunlun.example', 'chen.yu@kunlun.example', 'aylin@kunlun.example'];
const RESELLERS = 120;
const OTHERS = 30;

/** The world of a seed: an indirect provider on 21Vianet with 120 resellers and three security groups. */
export function worldOf(seed: number): World {
  const random = new Random(seed, 'world');
  const partner = (mpnId: number): Partner => ({
    tenantId: TenantId.parse(random.guid()),
    name: company(random).name,
    mpnId: String(mpnId),
  });
  const us = { ...partner(4_847_383), name: '昆仑云分销 Kunlun Cloud' };
  const resellers = Array.from({ length: RESELLERS }, (_, nth) => partner(5_120_044 + nth * 37));
  const others = Array.from({ length: OTHERS }, (_, nth) => partner(6_300_112 + nth * 53));
  const groups = ['Tier 1 support', 'Tier 2 support', 'License desk'].map((name, nth) => ({
    id: GroupId.parse(random.guid()),
    name,
    roles: ROLES.slice(nth, nth + 3),
  }));
  const [staff = ''] = STAFF;
  const profile = PartnerProfile.parse({
    cloud: '21vianet',
    partner: us,
    programs: ['indirect-provider'],
    providers: [],
    resellers,
    staff: { id: staff, roles: ['admin-agent'], groups: groups.slice(0, 2).map(({ id }) => id) },
  });
  const seen: Provenance = { basis: 'observed', source: 'partner-center', asOf: daysFromNow(-1) };
  const surroundings: Surroundings = {
    partners: resellers.map((one) => ({ ...one, relation: 'reseller', state: 'Active', provenance: seen })),
    groups: groups.map(({ id, name, roles }) => ({
      id,
      name,
      roles: [...roles],
      provenance: { basis: 'observed', source: 'file:securityGroup.csv', asOf: daysFromNow(-40) },
    })),
    resellerLink: { value: resellerLink(random), ...seen },
    receivedLinks: [],
    handOvers: [],
    partnerKeys: [],
    templates: [],
    customerLists: [],
    gdapListedAt: null,
  };
  return { seed, profile, us, resellers, others, groups, staff: STAFF, surroundings };
}

/** Invented on a known host: no page shows what a link of 21Vianet's looks like. */
function resellerLink(random: Random): string {
  return `https://portal.partner.microsoftonline.cn/invitation?id=${random.guid()}`;
}
