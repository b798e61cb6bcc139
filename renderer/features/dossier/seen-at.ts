import { tenantIds } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import type { Link, TraceStep } from '#shared/model/trace.ts';
import type { Case, Seen } from './seen.ts';
import { groups, othersAccess, ourAccess, ourRelationships, rolesGiven } from './seen-delegation.ts';
import { channel, overlap, sales, seller, serviceOf, status, tie } from './seen-sale.ts';

interface Topic {
  /** The link of the chain at which it is looked at. */
  readonly link: Link;
  readonly see: (about: Case) => readonly Seen[];
}

const TOPICS = {
  roles: {
    link: 'staff-role',
    see: ({ profile }) => [{ about: 'roles', roles: profile.staff.roles, origin: 'profile' }],
  },
  programs: {
    link: 'program',
    see: ({ profile }) => [{ about: 'programs', programs: profile.programs, origin: 'profile' }],
  },
  providers: {
    link: 'program',
    see: ({ profile }) => [
      {
        about: 'providers',
        providers: tenantIds(profile.providers) ?? null,
        origin: profile.providers ? 'profile' : null,
      },
    ],
  },
  invitation: { link: 'invitation', see: invitation },
  seller: { link: 'relationship', see: seller },
  channel: { link: 'relationship', see: channel },
  tie: { link: 'relationship', see: tie },
  sales: { link: 'relationship', see: sales },
  access: { link: 'delegation', see: ourAccess },
  relationships: { link: 'delegation', see: ourRelationships },
  othersAccess: { link: 'delegation', see: othersAccess },
  groups: { link: 'group', see: groups },
  rolesGiven: { link: 'directory-role', see: rolesGiven },
  service: { link: 'service', see: serviceOf },
  status: { link: 'service', see: status },
  overlap: { link: 'service', see: overlap },
} satisfies Record<string, Topic>;
type TopicName = keyof typeof TOPICS;

/** Looked at where the rules that ask for a link name nothing there. */
const AT_LEAST: Readonly<Record<Link, readonly TopicName[]>> = {
  'staff-role': ['roles'],
  program: ['programs'],
  invitation: ['invitation'],
  relationship: ['seller', 'tie'],
  delegation: ['access'],
  group: ['groups'],
  'directory-role': ['rolesGiven'],
  service: ['service'],
};

const ADMINISTRATION = ['service', 'access', 'groups', 'rolesGiven'] as const;

/** Which facts each rule looks at. A rule that is not named here judges by nothing that stands in a dossier or profile. */
const LOOKS_AT: Readonly<Partial<Record<string, readonly TopicName[]>>> = {
  R01: ['programs'],
  R02: ['programs', 'invitation'],
  R03: ['programs'],
  R04: ['programs', 'providers'],
  R05: ['programs', 'providers', 'invitation'],
  R07: ['invitation'],
  R08: ['roles'],
  R11: ADMINISTRATION,
  R12: ['seller'],
  R13: ['othersAccess'],
  R15: ['status', 'overlap', ...ADMINISTRATION],
  R18: ['programs', 'tie', 'sales'],
  R19: ['programs'],
  R20: ['programs'],
  R21: ['relationships'],
  R26: ['service'],
  R27: ['service', 'channel'],
  R28: ['programs'],
  R29: ['programs'],
  R31: ['programs', 'providers'],
};

const lookedAt = (rules: readonly string[]): ReadonlySet<TopicName> =>
  new Set(rules.flatMap((rule) => LOOKS_AT[rule] ?? []));

const see = (names: Iterable<TopicName>, about: Case): readonly Seen[] => {
  // Two topics may tell the same, such as the channel of a sale.
  const told = new Map([...names].flatMap((name) => TOPICS[name].see(about)).map((one) => [JSON.stringify(one), one]));
  return [...told.values()];
};

/** What was seen at one link of the chain. */
export function seenAt({ link, rules }: Pick<TraceStep, 'link' | 'rules'>, about: Case): readonly Seen[] {
  const here = [...lookedAt(rules)].filter((name) => TOPICS[name].link === link);
  return see(here.length > 0 ? here : AT_LEAST[link], about);
}

/** What the rules that brought the answer about looked at, and no link of the chain tells. */
export function seenElsewhere(
  { rule, outcome, reasons }: Capability['context'],
  trace: readonly Pick<TraceStep, 'link' | 'rules'>[],
  about: Case,
): readonly Seen[] {
  // Rules that spoke otherwise did not bring the answer about.
  const spoke = reasons.filter(({ effect }) => effect === outcome).map((reason) => reason.rule);
  const told = new Set(trace.flatMap((step) => seenAt(step, about)).map((one) => JSON.stringify(one)));
  // Groups and the roles they get are parts of a GDAP relationship: nothing by themselves.
  const links = new Set<Link>(['group', 'directory-role', ...trace.map(({ link }) => link)]);
  const rest = [...lookedAt([rule, ...spoke])].filter((name) => !links.has(TOPICS[name].link));
  return see(rest, about).filter((one) => !told.has(JSON.stringify(one)));
}

/** The invitation that the question is about: ours unless it is one to forward. */
function invitation({ asked: { action, properties }, profile }: Case): readonly Seen[] {
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
}
