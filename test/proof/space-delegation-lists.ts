import type { Dimension } from './space-regions.ts';
import {
  BEFORE,
  GLOBAL_ADMINISTRATOR,
  GLOBAL_READER,
  HELPDESK_ADMINISTRATOR,
  LATER,
  LICENSE_ADMINISTRATOR,
  NOW,
  SERVICE_SUPPORT_ADMINISTRATOR,
  USER_ADMINISTRATOR,
} from './space-values.ts';

const assigned = (roles: readonly string[] | undefined, status: string | undefined = 'active', group = 'group') => ({
  group,
  roles,
  status,
});

const ASSIGNMENTS = [
  undefined,
  [],
  [assigned([LICENSE_ADMINISTRATOR])],
  [assigned([GLOBAL_READER, SERVICE_SUPPORT_ADMINISTRATOR])],
  [assigned([GLOBAL_READER])],
  [assigned(undefined)],
  [{ group: 'group', roles: [GLOBAL_ADMINISTRATOR] }],
  [assigned([GLOBAL_ADMINISTRATOR], 'pending'), assigned([USER_ADMINISTRATOR], 'active', 'other-group')],
];

/** One delegation with every fact known and unknown. */
export const EVERY_DELEGATION = [undefined, 'us', 'stranger'].flatMap((partner) =>
  [undefined, 'dap', 'gdap'].flatMap((kind) =>
    [undefined, 'approved', 'active', 'expiring', 'terminated'].flatMap((status) =>
      [undefined, '*', 'office-365', 'dynamics'].flatMap((service) =>
        [undefined, BEFORE, NOW, LATER].flatMap((endDateTime) =>
          ASSIGNMENTS.map((assignments) => ({ partner, kind, status, service, endDateTime, assignments })),
        ),
      ),
    ),
  ),
);

export const dap = (facts: object = {}) => ({ partner: 'us', kind: 'dap', status: 'approved', service: '*', ...facts });
const gdap = (facts: object = {}) => ({
  partner: 'us',
  kind: 'gdap',
  status: 'active',
  service: '*',
  endDateTime: LATER,
  assignments: [assigned([LICENSE_ADMINISTRATOR])],
  ...facts,
});

/** Delegations that meet one another: each effective, in the way, or lacking one fact. */
const MEETING = [
  dap(),
  dap({ partner: 'stranger' }),
  dap({ partner: undefined }),
  dap({ status: undefined }),
  dap({ kind: undefined }),
  dap({ service: 'dynamics' }),
  dap({ service: undefined }),
  gdap(),
  gdap({ partner: 'stranger' }),
  gdap({ partner: undefined }),
  gdap({ kind: undefined }),
  gdap({ status: 'expiring', assignments: [assigned([HELPDESK_ADMINISTRATOR])] }),
  gdap({ status: undefined, assignments: [assigned([GLOBAL_READER])] }),
  gdap({ assignments: [assigned([GLOBAL_READER])] }),
  gdap({ assignments: [assigned(undefined)] }),
  gdap({ assignments: undefined }),
  gdap({ assignments: [] }),
  gdap({ endDateTime: BEFORE }),
  gdap({ endDateTime: undefined, assignments: [assigned([GLOBAL_READER])] }),
  {},
];
const FEW = [
  dap(),
  dap({ service: undefined }),
  gdap(),
  gdap({ assignments: [assigned([GLOBAL_READER])] }),
  gdap({ endDateTime: undefined }),
  dap({ partner: 'stranger' }),
];

export const pairs = MEETING.flatMap((one) => MEETING.map((other) => [one, other]));
export const triples = FEW.flatMap((one) => FEW.flatMap((second) => FEW.map((third) => [one, second, third])));

/** A customer unknown, or known with its delegations unknown, none, one or two. */
export const CUSTOMERS: Dimension = [
  {},
  { customer: {} },
  ...[[], ...MEETING.map((one) => [one]), [dap(), gdap()], [gdap({ assignments: undefined }), dap()]].map(
    (delegations) => ({
      customer: { delegations },
    }),
  ),
];
