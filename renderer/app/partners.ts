import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { TenantId } from '#shared/model/ids.ts';
import { type PartnerProfile, references } from '#shared/model/partner.ts';
import { orpc } from './client.ts';
import { useT } from './i18n.tsx';

/** Who we are, as the workspace has it; `null` until that is known. */
export function useProfile(): PartnerProfile | null {
  const { data } = useQuery(orpc.workspace.state.queryOptions());
  return data?.state === 'open' ? data.profile : null;
}

/** Names a partner by its tenant id: ourselves, a provider or reseller of the profile, or else the id as it is. */
export function usePartnerName(): (tenant: TenantId) => string {
  const t = useT('dossier');
  const profile = useProfile();
  return useCallback(
    (tenant) => {
      if (profile === null) return tenant;
      if (tenant === profile.partner.tenantId) return t('facts.ourselves', { name: profile.partner.name });
      const known = [...references(profile.providers), ...references(profile.resellers)];
      return known.find(({ tenantId }) => tenantId === tenant)?.name ?? tenant;
    },
    [profile, t],
  );
}

/** Names the reseller that a source gave: by its own name, else as a partner we know, else by its MPN ID. */
export function useResellerName(): (reseller: {
  readonly tenantId: TenantId | null;
  readonly name: string | null;
  readonly mpnId: string | null;
}) => string | null {
  const t = useT('dossier.facts');
  const partnerName = usePartnerName();
  return ({ tenantId, name, mpnId }) =>
    name ?? (tenantId === null ? null : partnerName(tenantId)) ?? (mpnId === null ? null : t('mpn', { mpnId }));
}
