import { z } from 'zod';
import { brief, readItem } from '#electron/sync/files/json.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import { WireText } from '#electron/sync/files/wire.ts';
import { TenantId } from '#shared/model/ids.ts';

const Relationship = z.object({
  id: TenantId,
  name: WireText,
  relationshipType: z.string(),
  state: WireText,
  /** The wire says `mpnId`; the documentation's table says `partnerId`. */
  mpnId: WireText,
  partnerId: WireText,
});

/** `GET /v1/relationships`: the resellers of a provider, or the providers of a reseller. */
export const apiIndirectResellers: BodyKind = {
  kind: 'api-indirect-resellers',
  list: 'items',
  open: () => ({
    read: (item) => {
      const { id, name, relationshipType, state, mpnId, partnerId } = readItem(Relationship, item);
      const relation = relationOf(relationshipType);
      return { about: 'partner', tenantId: id, name, mpnId: mpnId ?? partnerId, relation, state };
    },
  }),
};

function relationOf(type: string): 'reseller' | 'provider' {
  switch (type.toLowerCase().replace(/_/gu, '')) {
    case 'isindirectcloudsolutionproviderof':
      return 'reseller';
    case 'isindirectresellerof':
      return 'provider';
    default:
      throw new RowRejected('unreadableField', { field: 'relationshipType', value: brief(type) }, 'relationshipType');
  }
}
