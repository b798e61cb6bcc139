import { haystackOf } from '#electron/directory/search.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';
import { references } from '#shared/model/partner.ts';
import type { World } from '#test/generator/world.ts';

/**
 * All that ours finds a customer by, as one text for those that search in texts: name, id, domain, pinyin, and the
 * partners that have to do with it, with what the profile says of them.
 */
export function haystacksOf({ profile }: World): (dossier: Dossier) => string {
  const known = new Map<string, string>(
    [...references(profile.providers), ...references(profile.resellers)].map((one) => [one.tenantId, textOf(one)]),
  );
  return (dossier) => {
    const partners = partnersOf(dossier).filter(({ tenantId }) => tenantId !== profile.partner.tenantId);
    const texts = partners.flatMap((one) => [textOf(one), known.get(one.tenantId ?? '') ?? '']);
    return [haystackOf(dossier), ...new Set(texts)].join('\n');
  };
}

interface Named {
  readonly tenantId?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly mpnId?: string | null | undefined;
}

const textOf = ({ mpnId, name, tenantId }: Named): string =>
  [tenantId ?? '', fold(name ?? ''), mpnId?.toLowerCase() ?? ''].join('\n');

function partnersOf({ resellers, subscriptions }: Dossier): Named[] {
  const related = resellers.flatMap(({ partner, via }) => [{ tenantId: partner }, { tenantId: via }]);
  const sellers = subscriptions.flatMap(({ originalReseller, partnerOfRecord, supportContact, transactingPartner }) => [
    originalReseller?.value ?? {},
    supportContact?.value ?? {},
    { tenantId: partnerOfRecord?.value },
    { tenantId: transactingPartner?.value },
  ]);
  return [...related, ...sellers];
}
