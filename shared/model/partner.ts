import { z } from 'zod';
import { ApplicationId, GroupId, TenantId } from './ids.ts';

/** The two Partner Center clouds; their tokens, links and rules are not interchangeable. */
export const Cloud = z.enum(['21vianet', 'global']);
export type Cloud = z.infer<typeof Cloud>;

/** The partner programs a tenant may be in. `advisor` is closed to newcomers. */
export const Program = z.enum(['direct-bill', 'indirect-provider', 'indirect-reseller', 'advisor']);
export type Program = z.infer<typeof Program>;

/** Partner Center roles that staff hold; their permissions are the staff matrix (rule R08). */
export const StaffRole = z.enum([
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'global-admin',
  'billing-admin',
  'user-management-admin',
]);
export type StaffRole = z.infer<typeof StaffRole>;

/** Another partner we deal with. */
export const PartnerReference = z.object({
  tenantId: TenantId,
  name: z.string().trim().min(1).optional(),
  mpnId: z.string().trim().min(1).optional(),
});
export type PartnerReference = z.infer<typeof PartnerReference>;

/** A profile may name a partner by its tenant id alone, or with name and MPN ID. */
const PartnerEntry = z.union([TenantId, PartnerReference]);

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A service address: `https:` anywhere, `http:` only to this machine. */
export const Endpoint = z.url({ abort: true }).refine(
  (address) => {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  },
  { params: { fault: 'insecureAddress' } },
);

/** Who we are: one partner, one cloud, one member of staff. A workspace is made from it. Absent lists are unknown, empty lists are known to be empty. */
export const PartnerProfile = z.object({
  cloud: Cloud,
  partner: z.object({
    tenantId: TenantId,
    name: z.string().trim().min(1),
    mpnId: z.string().trim().min(1).optional(),
  }),
  programs: z.array(Program).min(1),
  providers: z.array(PartnerEntry).optional(),
  resellers: z.array(PartnerEntry).optional(),
  staff: z.object({
    id: z.string().trim().min(1),
    roles: z.array(StaffRole).min(1),
    groups: z.array(GroupId).optional(),
  }),
  endpoints: z.object({ partnerCenter: Endpoint, graph: Endpoint, authority: Endpoint }).partial().optional(),
  /** The partner's own app registration that staff sign in with; without it nobody can, and tokens must be handed in. */
  clientId: ApplicationId.optional(),
});
export type PartnerProfile = z.infer<typeof PartnerProfile>;

/** The tenant ids of a profile's partner list; `undefined` (unknown) stays so. */
export function tenantIds(entries: PartnerProfile['providers']): TenantId[] | undefined {
  return entries?.map((entry) => (typeof entry === 'string' ? entry : entry.tenantId));
}

/** A profile's partner list as references. */
export function references(entries: PartnerProfile['providers']): PartnerReference[] {
  return (entries ?? []).map((entry) => (typeof entry === 'string' ? { tenantId: entry } : entry));
}
