import { ANY_THING, ASKED_KINDS } from './space-delegations.ts';
import { acts, always, type Region, vary } from './space-regions.ts';
import { CLOUDS_AND_GDAP, NOW, PARTNERS, PROGRAMS, ROLES, SOMEBODY } from './space-values.ts';

/** Everything that R13 asks of a delegation, known and unknown. */
function dapFacts(
  partners: readonly unknown[],
  kinds: readonly unknown[],
  statuses: readonly unknown[],
  services: readonly unknown[],
) {
  return partners.flatMap((partner) =>
    kinds.flatMap((kind) =>
      statuses.flatMap((status) => services.map((service) => ({ partner, kind, status, service }))),
    ),
  );
}

const ONE = dapFacts(
  [undefined, 'us', 'stranger'],
  [undefined, 'dap', 'gdap'],
  [undefined, 'approved', 'active', 'terminated'],
  [undefined, '*', 'office-365', 'dynamics'],
);
const SECOND = dapFacts(
  [undefined, 'us', 'stranger'],
  [undefined, 'dap'],
  [undefined, 'approved'],
  [undefined, '*', 'office-365'],
);
const THIRD = dapFacts(['us', 'stranger'], ['dap'], [undefined, 'approved'], ['office-365', 'dynamics']);

const LISTS: readonly unknown[] = [
  undefined,
  [],
  ...ONE.map((one) => [one]),
  ...ONE.flatMap((one) => SECOND.map((second) => [one, second])),
  ...THIRD.flatMap((one) => THIRD.flatMap((second) => THIRD.map((third) => [one, second, third]))),
];

const STRANGERS_DAP = { partner: 'stranger', kind: 'dap', status: 'approved', service: 'office-365' };

/** A sales agent may ask for DAP; everything else turns on the delegations that are known. */
const asksForDap = (cloud: string) =>
  always({
    type: 'partner-staff',
    act: 'delegation.request',
    subject: { programs: ['direct-bill'], roles: ['sales-agent', 'billing-admin'] },
    asked: { kind: 'dap' },
    context: { cloud, time: NOW },
  });

export const DELEGATION_REQUEST_REGIONS: readonly Region[] = [
  {
    name: 'staff request a delegation',
    dimensions: [
      always({ type: 'partner-staff' }),
      acts('delegation.request'),
      CLOUDS_AND_GDAP,
      PROGRAMS,
      ROLES,
      ASKED_KINDS,
      ANY_THING,
      PARTNERS,
    ],
  },
  {
    name: 'staff request DAP where delegations are known',
    dimensions: [
      asksForDap('21vianet'),
      PARTNERS,
      vary('asked', 'service', [undefined, '*', 'office-365', 'dynamics']),
      [{ on: 'customer' }, { on: 'subscription' }],
      vary('customer', 'delegations', LISTS),
    ],
  },
  {
    name: 'staff request DAP where delegations are known, on the global cloud',
    dimensions: [
      asksForDap('global'),
      PARTNERS,
      vary('asked', 'service', [undefined, '*', 'office-365', 'dynamics']),
      [{ on: 'customer' }, { on: 'subscription' }],
      vary('customer', 'delegations', [undefined, [], ...ONE.map((one) => [one])]),
    ],
  },
  {
    name: 'somebody asks for another kind where another DAP stands in the way',
    dimensions: [
      acts('delegation.request'),
      CLOUDS_AND_GDAP,
      SOMEBODY,
      vary('asked', 'kind', [undefined, 'reseller', 'dap', 'gdap']),
      [{ asked: { service: '*' } }],
      always({ on: 'customer', customer: { delegations: [STRANGERS_DAP] } }),
    ],
  },
];
