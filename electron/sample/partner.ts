import { createHash } from 'node:crypto';
import { GroupId, TenantId } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';

/** A GUID that always comes out the same for the same words, so that the sample is the same everywhere. */
export function guidOf(words: string): string {
  const hex = createHash('sha256').update(`sample ${words}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

export const SAMPLE_US = TenantId.parse(guidOf('partner'));
export const SAMPLE_GROUP = GroupId.parse(guidOf('group tier 1'));

export const SAMPLE_PARTNERS = [
  { tenantId: TenantId.parse(guidOf('reseller a')), name: '万象信息技术', mpnId: '5120044' },
  { tenantId: TenantId.parse(guidOf('reseller b')), name: 'Wide World Resellers', mpnId: '5120077' },
];

/** An invented indirect provider on 21Vianet. */
export const SAMPLE_PROFILE: PartnerProfile = PartnerProfile.parse({
  cloud: '21vianet',
  partner: { tenantId: SAMPLE_US, name: '昆仑云分销 Kunlun Cloud', mpnId: '4847383' },
  programs: ['indirect-provider'],
  providers: [],
  resellers: SAMPLE_PARTNERS,
  staff: { id: 'li.na@kunlun.example', roles: ['admin-agent'], groups: [SAMPLE_GROUP] },
});
