import { z } from 'zod';
import { Delegation } from './delegation.ts';
import { CustomerId, Instant, TenantId } from './ids.ts';
import { HandOver, Invitation, InvitationTemplate, ReceivedLink } from './invitation.ts';
import { factOf, Gone, Provenance } from './provenance.ts';
import { SeatCount, Subscription } from './subscription.ts';
import { Change, Clash } from './sync.ts';

/** The commercial tie to us, in Partner Center's own word (`reseller`, `advisor`, `none`, …). */
export const Relationship = z.string().min(1);

/** A partner that holds a reseller relationship with the customer; `via` is its provider. */
export const ResellerRelationship = z.object({
  partner: TenantId,
  via: TenantId.nullable(),
  /** As of when it was seen first, and never since seen absent; `null` where nobody kept that. */
  since: Instant.nullable().default(null),
  /** As of when a source last showed it absent, before `since`; `null` where none did, so that it may be any age. */
  absentAsOf: Instant.nullable().default(null),
  /** The source that showed that: its word on the customer, or a whole list of customers without it. */
  absentSource: z.string().nullable().default(null),
  provenance: Provenance,
});
export type ResellerRelationship = z.infer<typeof ResellerRelationship>;

/** A word that staff put on customers, such as `key account`. */
export const Tag = z.string().trim().min(1).max(60);
export type Tag = z.infer<typeof Tag>;

/** A list of customers that a source showed whole: whom it does not name, had no tie to us then. */
export const CustomerList = z.object({ asOf: Instant, source: z.string().min(1) });
export type CustomerList = z.infer<typeof CustomerList>;

/** What happened to this dossier: a row per import, edit or export that changed it. */
export const HistoryEntry = z.object({
  at: Instant,
  by: z.string().min(1),
  event: z.enum([
    'created',
    'imported',
    'synced',
    'clash-resolved',
    'channel-declared',
    'tags-changed',
    'invitation-drafted',
    'invitation-exported',
    'invitation-marked',
    'invitation-undone',
    'invitation-accepted',
    'invitation-requested',
    'command-decided',
    'command-undone',
    'command-set-aside',
    'command-carried-out',
    'command-refused',
  ]),
  source: z.string().nullable(),
  /** What it touched, such as `subscription:<id>`. */
  subjects: z.array(z.string()),
  /** The sync that it was part of, and what it found to be otherwise than before. */
  run: z.string().optional(),
  changes: z.array(Change).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Everything we keep of one customer: the unit of reading, writing and deciding. `null` means unknown. */
export const Dossier = z.object({
  id: CustomerId,
  name: factOf(z.string().min(1)),
  domain: factOf(z.string()).nullable(),
  relationship: factOf(Relationship).nullable(),
  /** Whether delegated admin privileges are on (`allowDelegatedAccess`); it speaks of all services. */
  delegatedAccess: factOf(z.boolean()).nullable(),
  resellers: z.array(ResellerRelationship),
  subscriptions: z.array(Subscription),
  seatCounts: z.array(SeatCount),
  delegations: z.array(Delegation),
  /** As of when we have the whole list of GDAP relationships of ours with this customer; `null` when never. */
  gdapListedAt: Instant.nullable(),
  /** As of when Partner Center last named it in its list of customers, whoever told its facts since. */
  listedAt: Instant.optional(),
  invitations: z.array(Invitation),
  /** Words of our staff's own, by which customers are found and lists narrowed; each once. */
  tags: z.array(Tag).default([]),
  /** Our customers' list of a source no longer names it; what stands here is the last that was known. */
  goneUpstream: Gone.optional(),
  /** What staff declared and a source contradicts, those that a person resolved too. */
  clashes: z.array(Clash).optional(),
  history: z.array(HistoryEntry),
});
export type Dossier = z.infer<typeof Dossier>;

/** What the workspace knows besides customers: partners, security groups, the last relationship-request link. */
export const Surroundings = z.object({
  partners: z.array(
    z.object({
      tenantId: TenantId,
      name: z.string().nullable(),
      mpnId: z.string().nullable(),
      relation: z.enum(['reseller', 'provider']),
      state: z.string().nullable(),
      provenance: Provenance,
    }),
  ),
  groups: z.array(
    z.object({ id: z.string().min(1), name: z.string().min(1), roles: z.array(z.string()), provenance: Provenance }),
  ),
  resellerLink: factOf(z.string().min(1)).nullable(),
  /** The latest lists of our customers that were seen whole, the latest first. */
  customerLists: z.array(CustomerList).default([]),
  /** As of when all GDAP relationships were last listed whole: a customer whom nobody knew then had none with us. */
  gdapListedAt: Instant.nullable().default(null),
  /** Links of our providers that we may forward. */
  receivedLinks: z.array(ReceivedLink).default([]),
  /** What we handed to resellers of ours. */
  handOvers: z.array(HandOver).default([]),
  /** The keys with which partners sign their hand-off files, kept when the first one came. */
  partnerKeys: z.array(z.object({ partner: TenantId, publicKey: z.string().min(1), since: Instant })).default([]),
  /** Templates that everybody in this workspace shares. */
  templates: z.array(InvitationTemplate).default([]),
});
export type Surroundings = z.infer<typeof Surroundings>;
