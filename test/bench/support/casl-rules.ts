import type { MongoAbility, MongoQuery, RawRuleOf } from '@casl/ability';
import { DIRECTORY_ROLE } from '#electron/policy/index.ts';
import { type PartnerProfile, type Program, type StaffRole, tenantIds } from '#shared/model/partner.ts';

type CaslRule = RawRuleOf<MongoAbility>;

const COMMERCE = [
  ...['add-seats', 'remove-seats', 'order-add-on', 'transition', 'change-partner-of-record'],
  ...['suspend', 'cancel', 'renew'],
].map((act) => `subscription.${act}`);

const SELLERS: readonly StaffRole[] = ['admin-agent', 'sales-agent', 'global-admin'];
const ADMINS: readonly StaffRole[] = ['admin-agent', 'global-admin'];

/** Who may do what at all (R08); an act's kind is a part of its name here. */
const STAFF: Readonly<Record<string, readonly StaffRole[]>> = {
  'customer.view': [...SELLERS, 'helpdesk-agent', 'billing-admin', 'user-management-admin'],
  'customer.create': SELLERS,
  'customer.edit': [...SELLERS, 'helpdesk-agent'],
  'invitation.create reseller': SELLERS,
  'invitation.request': SELLERS,
  'invitation.send': SELLERS,
  'invitation.forward': SELLERS,
  'invitation.reuse': SELLERS,
  'invitation.edit-text': SELLERS,
  'delegation.request dap': SELLERS,
  'subscription.provision': [...ADMINS, 'helpdesk-agent'],
  'subscription.support': [...ADMINS, 'helpdesk-agent'],
  'subscription.upgrade': SELLERS,
  ...Object.fromEntries(COMMERCE.map((act) => [act, SELLERS])),
  'subscription.view-bill': [...ADMINS, 'billing-admin'],
  'relationship.remove': ADMINS,
  'staff.manage': ['global-admin', 'user-management-admin'],
};

const PROVISIONING = [
  DIRECTORY_ROLE.globalAdministrator,
  DIRECTORY_ROLE.licenseAdministrator,
  DIRECTORY_ROLE.userAdministrator,
];
const SUPPORT = [...PROVISIONING, DIRECTORY_ROLE.serviceSupportAdministrator, DIRECTORY_ROLE.helpdeskAdministrator];

/**
 * What one member of our staff may do at a time on 21Vianet, as CASL's rules over flat facts. CASL knows no third
 * value: what is not surely allowed is not allowed. A later rule outweighs an earlier one.
 */
export function caslRules({ partner, programs, providers, staff }: PartnerProfile, now: Date): CaslRule[] {
  const us = partner.tenantId;
  const isIn = (...names: readonly Program[]) => names.some((name) => programs?.includes(name));
  const permits = (act: string) => STAFF[act]?.some((role) => staff.roles?.includes(role)) === true;
  const say = (inverted: boolean) => (act: string, conditions?: MongoQuery) =>
    permits(act) ? [{ action: act, subject: 'facts', inverted, ...(conditions ? { conditions } : {}) }] : [];
  const can = say(false);
  const cannot = say(true);
  const transacts = isIn('direct-bill', 'indirect-provider');

  const assigned = { group: { $in: staff.groups ?? [] }, status: 'active' };
  const running = { partner: us, kind: 'gdap', status: { $in: ['active', 'expiring'] }, ends: { $gt: now.getTime() } };
  /** Our DAP, unless the user stands in a GDAP relationship; that relationship, if its role covers the act (R11, R15). */
  const withDelegation = (act: string, roles: readonly string[], conditions: MongoQuery) => [
    ...can(act, {
      ...conditions,
      delegations: { $elemMatch: { partner: us, kind: 'dap', status: 'approved', coversService: true } },
    }),
    ...cannot(act, { delegations: { $elemMatch: { ...running, assignments: { $elemMatch: assigned } } } }),
    ...can(act, {
      ...conditions,
      delegations: {
        $elemMatch: { ...running, assignments: { $elemMatch: { ...assigned, roles: { $in: [...roles] } } } },
      },
    }),
  ];
  const licensed = { serviceModel: 'license-based' };

  return [
    ...['customer.view', 'customer.create', 'customer.edit', 'staff.manage'].flatMap((act) => can(act)),
    ...(transacts ? can('invitation.create reseller') : []),
    ...(isIn('indirect-reseller') && tenantIds(providers)?.length ? can('invitation.request') : []),
    ...can('invitation.send', { createdBy: us, to: 'customer' }),
    ...(isIn('indirect-reseller')
      ? can('invitation.forward', { createdBy: { $in: tenantIds(providers) ?? [] }, audience: { $in: [null, us] } })
      : []),
    ...can('invitation.reuse', { kind: 'reseller' }),
    ...can('invitation.edit-text'),
    ...(transacts ? can('delegation.request dap', { delegations: { $ne: null } }) : []),
    ...cannot('delegation.request dap', {
      delegations: { $elemMatch: { partner: { $ne: us }, kind: 'dap', status: { $in: ['approved', null] } } },
    }),
    ...withDelegation('subscription.provision', PROVISIONING, licensed),
    ...withDelegation('subscription.support', SUPPORT, licensed),
    ...withDelegation('subscription.upgrade', PROVISIONING, { status: 'active', overlapsActiveService: false }),
    ...[...COMMERCE, 'subscription.view-bill'].flatMap((act) => [
      ...can(act, { transactingPartner: us }),
      ...can(act, { originalReseller: us }),
      ...can(act, { channel: { $in: ['csp-own', 'csp-indirect'] }, transactingPartner: null }),
      ...can(act, { channel: 'csp-indirect', originalReseller: null }),
    ]),
    ...(transacts ? can('relationship.remove', { activeSubscriptionsWithUs: 0 }) : []),
  ];
}
