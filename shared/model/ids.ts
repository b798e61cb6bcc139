import { z } from 'zod';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A GUID as Microsoft prints it, in any letter case; at rest always lowercase, since the wire mixes cases. */
const guid = z.string().trim().toLowerCase().regex(GUID, 'is not a GUID');

/** A Microsoft Entra tenant: a partner's or a customer's. */
export const TenantId = guid.brand<'TenantId'>();
export type TenantId = z.infer<typeof TenantId>;

/** A customer is named by its tenant id ("Microsoft ID" in the portal). */
export const CustomerId = TenantId;
export type CustomerId = TenantId;

/** A commerce subscription as Partner Center names it; seat remainders have ids of our own making. */
export const SubscriptionId = z.string().trim().toLowerCase().min(1).brand<'SubscriptionId'>();
export type SubscriptionId = z.infer<typeof SubscriptionId>;

/** A Microsoft Graph relationship id (two GUIDs), or one of ours for DAP. */
export const DelegationId = z.string().trim().min(1).brand<'DelegationId'>();
export type DelegationId = z.infer<typeof DelegationId>;

/** Our own number for an invitation we drafted; it is printed in the mail as the reference. */
export const InvitationId = z.string().min(1).brand<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;

/** A security group or directory role definition. */
export const GroupId = guid.brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;
export const RoleDefinitionId = guid.brand<'RoleDefinitionId'>();
export type RoleDefinitionId = z.infer<typeof RoleDefinitionId>;

/** An instant: ISO 8601 with zone. */
export const Instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof Instant>;

/** An app registration in Microsoft Entra, by its "application (client) ID". */
export const ApplicationId = guid.brand<'ApplicationId'>();
export type ApplicationId = z.infer<typeof ApplicationId>;
