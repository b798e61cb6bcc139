import type { Records } from '#electron/records/records.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { references } from '#shared/model/partner.ts';

/** What another partner is called: as the profile names it, or as an import did; `null` when nobody told. */
export function partnerName(records: Records, id: TenantId): string | null {
  const { providers, resellers } = records.profile;
  const listed = [...references(providers), ...references(resellers)];
  return (
    listed.find(({ name, tenantId }) => tenantId === id && name)?.name ??
    records.surroundings().partners.find(({ tenantId }) => tenantId === id)?.name ??
    null
  );
}
