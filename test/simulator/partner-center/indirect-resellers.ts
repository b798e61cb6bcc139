import type { Context } from '#test/simulator/context.ts';
import { type Answer, type Asked, ok, partnerCenterError } from '#test/simulator/http/exchange.ts';

const TYPE = 'isindirectcloudsolutionproviderof';

/** `GET /v1/relationships?relationship_type=…`: our resellers, on the global cloud alone. */
export function indirectResellers({ url }: Asked, { cloud, world }: Context): Answer {
  if (cloud === '21vianet') return partnerCenterError(404, '400005', 'This resource is not available.');
  const type = url.searchParams.get('relationship_type')?.toLowerCase().replaceAll('_', '');
  if (type !== TYPE) {
    return partnerCenterError(400, '2000', 'The relationship type is missing or unknown.', ['relationship_type']);
  }
  const items = world.resellers.map(({ mpnId, name, tenantId }) => ({
    id: tenantId,
    name,
    relationshipType: 'is_indirect_cloud_solution_provider_of',
    state: 'Active',
    mpnId,
    location: 'CN',
    attributes: { objectType: 'PartnerRelationship' },
  }));
  return ok({ totalCount: items.length, items, attributes: { objectType: 'Collection' } });
}
