import { decide, readRequest } from '#electron/policy/index.ts';
import type { Cloud } from '#shared/model/partner.ts';
import type { Decision } from '#shared/model/policy.ts';

export const US = '11111111-1111-4111-8111-111111111111';
export const PROVIDER = '22222222-2222-4222-8222-222222222222';
export const RESELLER = '33333333-3333-4333-8333-333333333333';
export const STRANGER = '44444444-4444-4444-8444-444444444444';
export const CUSTOMER = '55555555-5555-4555-8555-555555555555';
export const GROUP = '66666666-6666-4666-8666-666666666666';
export const LICENSE_ADMINISTRATOR = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
export const HELPDESK_ADMINISTRATOR = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
export const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
export const NOW = '2026-11-22T00:00:00Z';

type Properties = Record<string, unknown>;

export const staff = (properties: Properties = {}) => ({
  type: 'partner-staff',
  id: 'li@partner.example',
  properties: {
    partner: US,
    programs: ['indirect-provider'],
    providers: [],
    resellers: [RESELLER],
    roles: ['admin-agent'],
    groups: [GROUP],
    ...properties,
  },
});

export const indirectReseller = (properties: Properties = {}) =>
  staff({ programs: ['indirect-reseller'], providers: [PROVIDER], resellers: [], ...properties });

export const customerAdmin = (...roles: string[]) => ({
  type: 'customer-admin',
  id: 'admin@customer.example',
  properties: { customer: CUSTOMER, roles },
});

export interface Ask {
  readonly subject?: unknown;
  readonly action: string;
  readonly with?: Properties;
  readonly on?: { readonly type: string; readonly properties?: Properties };
  readonly cloud?: Cloud;
  readonly capabilities?: string[];
  readonly time?: string;
}

/** The request that a test words in short. */
export function requestOf(ask: Ask): unknown {
  return {
    subject: ask.subject ?? staff(),
    action: { name: ask.action, properties: ask.with ?? {} },
    resource: {
      type: ask.on?.type ?? 'customer',
      id: CUSTOMER,
      properties: ask.on?.properties ?? {},
    },
    context: { cloud: ask.cloud ?? '21vianet', time: ask.time ?? NOW, capabilities: ask.capabilities ?? [] },
  };
}

export function answer(ask: Ask): Decision['context'] {
  return decide(readRequest(requestOf(ask))).context;
}

export const approvedDap = (properties: Properties = {}) => ({
  partner: US,
  kind: 'dap',
  status: 'approved',
  service: '*',
  ...properties,
});

export const activeGdap = (properties: Properties = {}) => ({
  partner: US,
  kind: 'gdap',
  status: 'active',
  service: '*',
  roles: [LICENSE_ADMINISTRATOR],
  assignments: [{ group: GROUP, roles: [LICENSE_ADMINISTRATOR], status: 'active' }],
  endDateTime: '2027-01-01T00:00:00Z',
  ...properties,
});

export const licensed = (delegations: unknown, properties: Properties = {}) => ({
  type: 'subscription',
  properties: { serviceModel: 'license-based', service: 'office-365', customer: { delegations }, ...properties },
});
