import { always, type Dimension, type Region } from './space-regions.ts';
import { CLOUDS_AND_GDAP, OTHER_ROLES } from './space-values.ts';

const CSP = { partner: 'us', programs: ['direct-bill', 'indirect-provider'], resellers: ['reseller'] };
const RESELLER = { partner: 'us', programs: ['indirect-reseller'], providers: ['provider'] };
const OWN_DAP = { partner: 'us', kind: 'dap', status: 'approved', service: '*' };
const PENDING = { kind: 'gdap', status: 'approvalPending', requestedBy: 'provider', partner: 'us' };

/** Acts with everything in their favour but, perhaps, the role of the person who asks. */
const FAVOURABLE: Dimension = [
  { act: 'invitation.create', on: 'customer', subject: CSP, asked: { kind: 'reseller' } },
  {
    act: 'invitation.create',
    on: 'customer',
    subject: RESELLER,
    asked: { kind: 'reseller', channel: 'portal', provider: 'provider' },
  },
  { act: 'invitation.send', on: 'invitation', subject: CSP, asked: { to: 'customer' }, thing: { createdBy: 'us' } },
  { act: 'invitation.send', on: 'invitation', subject: CSP, thing: { createdBy: 'us', audience: 'reseller' } },
  {
    act: 'invitation.forward',
    on: 'invitation',
    subject: RESELLER,
    thing: { createdBy: 'provider', kind: 'reseller' },
  },
  { act: 'delegation.approve', on: 'delegation', subject: RESELLER, thing: PENDING },
  { act: 'delegation.reject', on: 'delegation', subject: RESELLER, thing: PENDING },
  {
    act: 'subscription.upgrade',
    on: 'subscription',
    subject: { partner: 'us', programs: ['direct-bill'], groups: [] },
    thing: { service: 'office-365', status: 'active', overlapsActiveService: false },
    customer: { delegations: [OWN_DAP] },
  },
];

/** Where the other regions know a few roles only: all the others, one by one. */
export const FAVOURABLE_REGIONS: readonly Region[] = [
  {
    name: 'staff of every role do what everything else permits',
    dimensions: [always({ type: 'partner-staff' }), CLOUDS_AND_GDAP, OTHER_ROLES, FAVOURABLE],
  },
];
