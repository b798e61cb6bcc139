import type { Cloud } from '#shared/model/partner.ts';
import { ActionName } from '#shared/model/policy.ts';
import { BOTH, type Rule } from './rule.ts';
import { delegationRules } from './rules/delegations.ts';
import { invitationRules } from './rules/invitations.ts';
import { relationshipRules } from './rules/relationships.ts';
import { staffRules } from './rules/staff.ts';
import { subscriptionRules } from './rules/subscriptions.ts';

/** The default: what no rule allows is denied. The combiner applies it; it stands here so that the table is whole. */
const defaultDeny: Rule = { id: 'R00', clouds: BOTH, sources: [], actions: [], judge: () => [] };

/** Every rule, by number. */
export const RULES: readonly Rule[] = [
  defaultDeny,
  ...invitationRules,
  ...delegationRules,
  ...subscriptionRules,
  ...relationshipRules,
  ...staffRules,
].sort((a, b) => a.id.localeCompare(b.id));

/** The rules that speak of an action on a cloud, by number; looked up once, since decisions come by the million. */
export function rulesFor(cloud: Cloud, action: ActionName): readonly Rule[] {
  return BY_CLOUD[cloud].get(action) ?? [];
}

const BY_CLOUD: Record<Cloud, ReadonlyMap<ActionName, readonly Rule[]>> = {
  '21vianet': byAction('21vianet'),
  global: byAction('global'),
};

function byAction(cloud: Cloud): ReadonlyMap<ActionName, readonly Rule[]> {
  return new Map(
    ActionName.options.map((action) => [
      action,
      RULES.filter((rule) => rule.clouds.includes(cloud) && rule.actions.includes(action)),
    ]),
  );
}
