import { tenantIds } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import type { Link, TraceStep } from '#shared/model/trace.ts';
import type { Case, Seen } from './seen.ts';
import { groups, othersAccess, ourAccess, rolesGiven } from './seen-delegation.ts';
import { channel, overlap, sales, seller, serviceModel, serviceOf, status } from './seen-sale.ts';

type Topic = (about: Case) => readonly Seen[];

const roles: Topic = ({ profile }) => [{ about: 'roles', roles: profile.staff.roles, origin: 'profile' }];
const programs: Topic = ({ profile }) => [{ about: 'programs', programs: profile.programs, origin: 'profile' }];
const providers: Topic = ({ profile }) => [
  { about: 'providers', providers: tenantIds(profile.providers) ?? null, origin: profile.providers ? 'profile' : null },
];
const door: Topic = ({ asked }) => [{ about: 'door', api: asked.properties.channel === 'api', origin: 'question' }];
const dapClosed: Topic = () => [{ about: 'dap-closed', origin: null }];
const gdapUndescribed: Topic = () => [{ about: 'gdap-undescribed', origin: null }];

/** The invitation that the question is about: ours unless it is one to forward. */
const invitation: Topic = ({ asked: { action, properties }, profile }) => {
  const ours = action === 'invitation.create' || action === 'invitation.send';
  const provider = action === 'invitation.forward' ? tenantIds(profile.providers)?.[0] : undefined;
  return [
    {
      about: 'invitation',
      kind: properties.kind === 'gdap' ? 'gdap' : 'reseller',
      createdBy: provider ?? (ours ? profile.partner.tenantId : null),
      origin: 'question',
    },
  ];
};

type Looks = Readonly<Partial<Record<Link, readonly Topic[]>>>;

const ADMINISTRATION = { delegation: [ourAccess], group: [groups], 'directory-role': [rolesGiven] } as const;
const PROGRAM = { program: [programs] } as const;

/**
 * What each rule reads at each link of the chain that is its. A rule that is not named here judges by nothing that
 * stands in a dossier or profile, or is never asked on our own account.
 */
const LOOKS_AT: Readonly<Partial<Record<string, Looks>>> = {
  R01: PROGRAM,
  R02: { invitation: [invitation] },
  R03: PROGRAM,
  R04: { ...PROGRAM, invitation: [door], relationship: [providers] },
  R05: { ...PROGRAM, invitation: [invitation, providers] },
  R07: { invitation: [invitation] },
  R08: { 'staff-role': [roles] },
  R11: { ...ADMINISTRATION, service: [serviceOf, serviceModel] },
  R12: { relationship: [seller] },
  R13: { delegation: [othersAccess] },
  R15: { ...ADMINISTRATION, service: [status, serviceOf, overlap] },
  R18: { ...PROGRAM, relationship: [sales] },
  R19: PROGRAM,
  R20: PROGRAM,
  R21: { delegation: [gdapUndescribed] },
  R26: { service: [serviceModel] },
  R27: { relationship: [serviceModel, channel] },
  R28: PROGRAM,
  R29: PROGRAM,
  R30: { delegation: [dapClosed] },
  R31: { relationship: [programs, providers] },
};

/** Several rules may look at the same, and two topics tell the same, such as the channel of a sale: each is told once. */
function see(topics: Iterable<Topic>, about: Case): readonly Seen[] {
  const told = new Map([...new Set(topics)].flatMap((topic) => topic(about)).map((one) => [JSON.stringify(one), one]));
  return [...told.values()];
}

/**
 * What was seen at one link of the chain, by the rules that ask for it. Where the link holds, what carries it comes
 * first and the rest is set aside; where it does not, everything counts.
 */
export function seenAt({ link, rules, state }: Pick<TraceStep, 'link' | 'rules' | 'state'>, about: Case) {
  const seen = see(
    rules.flatMap((rule) => LOOKS_AT[rule]?.[link] ?? []),
    about,
  );
  if (state !== 'holds') return seen.map(counted);
  return [...seen.filter(({ aside }) => !aside), ...seen.filter(({ aside }) => aside)];
}

/** What the rules that brought the answer about looked at, and no link of the chain tells. */
export function seenElsewhere(
  { rule, outcome, reasons }: Capability['context'],
  trace: readonly Pick<TraceStep, 'link'>[],
  about: Case,
): readonly Seen[] {
  // Rules that spoke otherwise did not bring the answer about.
  const spoke = reasons.filter(({ effect }) => effect === outcome).map((reason) => reason.rule);
  // Groups and the roles they get are parts of a GDAP relationship: nothing by themselves.
  const told = new Set<string>(['group', 'directory-role', ...trace.map(({ link }) => link)]);
  const rest = [rule, ...spoke].flatMap((id) =>
    Object.entries(LOOKS_AT[id] ?? {}).flatMap(([link, topics]) => (told.has(link) ? [] : topics)),
  );
  return see(rest, about).map(counted);
}

/** As it is where nothing carries. */
const counted = ({ aside: _, ...seen }: Seen): Seen => seen;
