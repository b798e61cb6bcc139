import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier, HistoryEntry } from '#shared/model/dossier.ts';
import { InvitationId } from '#shared/model/ids.ts';
import type { Evidence, Invitation, InvitationStatus, Language } from '#shared/model/invitation.ts';
import { guidOf, SAMPLE_PROFILE, SAMPLE_US } from './partner.ts';

/** One invented invitation: each step with the days since; an acceptance is dated by its evidence. */
interface SampleInvitation {
  readonly language: Language;
  readonly author?: string;
  /** A request for the customer's first GDAP relationship instead of the reseller link. */
  readonly gdap?: true;
  readonly steps: readonly (readonly [InvitationStatus, number])[];
  readonly end?: 'accepted' | 'superseded';
}

const COLLEAGUE = 'zhang.wei@kunlun.example';

/** By the customer's domain: every state there is, some of them in need of attention. */
const SAMPLE_INVITATIONS: Readonly<Record<string, readonly SampleInvitation[]>> = {
  northwind: [{ language: 'en', steps: [['exported', 5]] }],
  uebersee: [
    {
      language: 'en',
      steps: [
        ['exported', 22],
        ['sent', 21],
      ],
    },
  ],
  'igdir-gida': [
    {
      language: 'en',
      author: COLLEAGUE,
      steps: [
        ['exported', 7],
        ['sent', 6],
      ],
    },
  ],
  xiling: [
    {
      language: 'zh-CN',
      steps: [
        ['exported', 9],
        ['sent', 8],
        ['forwarded', 4],
      ],
    },
  ],
  wingtip: [{ language: 'en', author: COLLEAGUE, steps: [['drafted', 1]] }],
  tianfu: [
    {
      language: 'zh-CN',
      steps: [
        ['exported', 31],
        ['sent', 30],
      ],
      end: 'accepted',
    },
  ],
  kapadokya: [
    {
      language: 'zh-CN',
      steps: [
        ['exported', 11],
        ['sent', 11],
      ],
      end: 'superseded',
    },
    {
      language: 'en',
      steps: [
        ['exported', 2],
        ['sent', 2],
      ],
    },
  ],
  'rp-verkehr': [
    {
      language: 'en',
      steps: [
        ['exported', 90],
        ['sent', 89],
        ['stale', 18],
      ],
    },
  ],
  binhai: [
    {
      language: 'zh-CN',
      author: COLLEAGUE,
      steps: [
        ['exported', 26],
        ['withdrawn', 25],
      ],
    },
  ],
  contoso: [
    {
      language: 'en',
      gdap: true,
      steps: [
        ['exported', 45],
        ['sent', 44],
      ],
      end: 'accepted',
    },
  ],
  morningstar: [
    {
      language: 'zh-TW',
      gdap: true,
      steps: [
        ['exported', 3],
        ['sent', 2],
      ],
    },
  ],
};

/** What the rest of the dossier tells about the customer. */
interface Around {
  /** The instant so many days from now. */
  readonly at: (days: number) => string;
  readonly resellers: Dossier['resellers'];
  readonly delegations: readonly Delegation[];
}

/** The invented invitations of a customer, with what its history says of them. */
export function sampleInvitations(domain: string, around: Around): Pick<Dossier, 'invitations' | 'history'> {
  const invitations: Invitation[] = [];
  // The latest first, so that what took another's place is there to be named.
  for (const [nth, sample] of [...(SAMPLE_INVITATIONS[domain] ?? []).entries()].reverse()) {
    invitations.unshift(sampleInvitation(`${domain} ${nth}`, domain, sample, around, invitations[0]));
  }
  const history = invitations.flatMap(({ history: steps, id }) => steps.map((step) => historyLine(id, step)));
  return { invitations, history: history.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)) };
}

function sampleInvitation(
  key: string,
  domain: string,
  { author = SAMPLE_PROFILE.staff.id, end, gdap, language, steps }: SampleInvitation,
  { at, delegations, resellers }: Around,
  successor: Invitation | undefined,
): Invitation {
  const [first] = delegations;
  const evidence = end === 'accepted' ? evidenceOf(gdap ? first : undefined, resellers) : null;
  const history: Invitation['history'] = steps.map(([status, days], nth) => ({
    status,
    at: at(-days + nth / 24),
    by: author,
    evidence: null,
  }));
  if (evidence) history.push({ status: 'accepted', at: evidence.provenance.asOf, by: 'console', evidence });
  if (end === 'superseded' && successor) {
    history.push({ status: 'superseded', at: successor.createdAt, by: successor.author, evidence: null });
  }
  const createdAt = history[0]?.at ?? at(0);
  return {
    id: InvitationId.parse(
      `INV-${createdAt.slice(0, 10).replaceAll('-', '')}-${guidOf(`invitation ${key}`).slice(0, 6).toUpperCase()}`,
    ),
    kind: gdap ? 'gdap' : 'reseller',
    link: gdap && first ? gdapLink(first) : RESELLER_LINK,
    createdBy: SAMPLE_US,
    to: `admin@${domain}.example`,
    language,
    status: history.at(-1)?.status ?? 'drafted',
    author,
    file: null,
    template: null,
    draft: null,
    supersededBy: end === 'superseded' && successor ? successor.id : null,
    refused: [],
    createdAt,
    history,
  };
}

/** Invented on a known host: no page shows what a link of 21Vianet's looks like. One link serves for every customer. */
const RESELLER_LINK = `https://portal.partner.microsoftonline.cn/invitation?id=${guidOf('reseller link')}`;

function gdapLink({ id }: Delegation): string {
  return `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${id}`;
}

function evidenceOf(granted: Delegation | undefined, resellers: Dossier['resellers']): Evidence | null {
  const untold = { absentAsOf: null, absentSource: null };
  if (granted) return { fact: 'gdap-active', delegation: granted.id, ...untold, provenance: granted.provenance };
  const [tie] = resellers;
  if (!tie) return null;
  const { absentAsOf, absentSource, provenance } = tie;
  return { fact: 'reseller-relationship', delegation: null, absentAsOf, absentSource, provenance };
}

function historyLine(id: InvitationId, { at, by, evidence, status }: Invitation['history'][number]): HistoryEntry {
  const prepared = status === 'drafted' || status === 'exported';
  return {
    at,
    by,
    event: prepared ? `invitation-${status}` : evidence ? 'invitation-accepted' : 'invitation-marked',
    source: evidence?.provenance.source ?? null,
    subjects: [`invitation:${id}`],
  };
}
