import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Random } from '#test/generator/random.ts';
import { assignmentsBody, relationshipsBody } from '#test/generator/wire.ts';
import { daysFromNow } from '#test/generator/world.ts';
import { type Context, hashOf } from '#test/simulator/context.ts';
import type { Item } from '#test/simulator/quirks.ts';
import type { Relationship } from '#test/simulator/world/relationship.ts';

export const METADATA = 'https://graph.microsoft.com/v1.0/tenantRelationships/$metadata';

/** The id that stands where there is no customer yet. */
const NOBODY = CustomerId.parse('00000000-0000-0000-0000-000000000000');

/** The mark of a relationship as it is now. */
export const relationshipEtag = ({ delegation }: Relationship): string => `W/"${hashOf(delegation)}"`;

/** What Graph calls a customer: by its tenant's name, which for one of four is not the company's. */
export function tenantNameOf({ id, name }: Pick<Dossier, 'id' | 'name'>, { world }: Context): string {
  return new Random(world.seed, `tenant name ${id}`).chance(0.25) ? `${name.value} (tenant)` : name.value;
}

/** One relationship as Graph shows it; now and then it is one that a provider made for its reseller. */
export function relationshipItem(relationship: Relationship, context: Context): Item {
  const { customers, quirks, world } = context;
  const { customer, delegation } = relationship;
  const known = customer === null ? undefined : customers.known(customer);
  const value = known === undefined ? '' : tenantNameOf(known, context);
  const name = { value, basis: 'observed', source: 'graph', asOf: daysFromNow(0) } as const;
  const page = [{ id: customer ?? NOBODY, name, delegations: [delegation] }];
  const [item] = relationshipsBody(page, world).value;
  const provider = providerOf(relationship, context);
  return quirks.relationship({
    ...item,
    id: relationship.id,
    '@odata.type': `#microsoft.graph.${provider === null ? 'd' : 'resellerD'}elegatedAdminRelationship`,
    '@odata.etag': relationshipEtag(relationship),
    ...(relationship.modifiedAt !== null && { lastModifiedDateTime: relationship.modifiedAt }),
    ...(customer === null && { customer: null }),
    ...(provider !== null && {
      isPartnerConsentPending: isConsentPending(relationship),
      indirectProviderTenantId: provider,
    }),
  });
}

/** Whose request it was; `null` where it was our own. Of the generator's, one of nine. */
export function providerOf({ generated, id }: Relationship, { world }: Context): string | null {
  const random = new Random(world.seed, `provider ${id}`);
  return generated && random.chance(0.11) ? random.pick(world.others).tenantId : null;
}

/** Whether we must still say yes to what a provider asked for us. */
export const isConsentPending = ({ delegation, since }: Relationship): boolean =>
  delegation.status === 'approvalPending' && since === null;

/** A page of Graph: what it holds and where the next one is. */
export function listBody(name: string, value: readonly unknown[], next: string | null): Item {
  return { '@odata.context': `${METADATA}#${name}`, ...(next !== null && { '@odata.nextLink': next }), value };
}

/** The access assignments of a relationship. */
export function assignmentItems({ delegation, id }: Relationship): Item[] {
  return assignmentsBody({ delegations: [delegation] }, id).value.map((item) => ({
    '@odata.etag': `W/"${hashOf(item)}"`,
    ...item,
    createdDateTime: delegation.activatedAt ?? delegation.createdAt,
    lastModifiedDateTime: delegation.activatedAt ?? delegation.createdAt,
  }));
}
