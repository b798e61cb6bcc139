import { z } from 'zod';
import { CustomerId, DelegationId, Instant, InvitationId, TenantId } from './ids.ts';
import { Provenance } from './provenance.ts';

export const InvitationKind = z.enum(['reseller', 'gdap']);
export type InvitationKind = z.infer<typeof InvitationKind>;

/**
 * The kind that a link is taken for. One that does not tell its kind is taken for the reseller invitation: no source
 * shows the 21Vianet form.
 */
export function kindTakenFor(told: InvitationKind | null | undefined): InvitationKind {
  return told ?? 'reseller';
}

/** Ours alone: the server keeps no object, expiry, revocation or decline for a reseller link. */
export const InvitationStatus = z.enum([
  'drafted',
  'exported',
  'sent',
  'forwarded',
  'accepted',
  'superseded',
  'stale',
  'withdrawn',
]);
export type InvitationStatus = z.infer<typeof InvitationStatus>;

/** States in which nothing more is expected. Only undo leads out of them. */
export const ENDS: readonly InvitationStatus[] = ['accepted', 'superseded', 'stale', 'withdrawn'];

/** Whether something is still expected of an invitation. */
export function isOpen({ status }: { readonly status: InvitationStatus }): boolean {
  return !ENDS.includes(status);
}

/** Whether an invitation is open and perhaps with the customer: nobody answers what is still a draft. */
export function isOut(invitation: { readonly status: InvitationStatus }): boolean {
  return isOpen(invitation) && invitation.status !== 'drafted';
}

/** The languages of the window and of the mail. */
export const Language = z.enum(['en', 'zh-CN', 'zh-TW']);
export type Language = z.infer<typeof Language>;
export const LANGUAGES = Language.options;

/** What shows that a customer accepted: the fact, and where and when it came from. */
export const Evidence = z.object({
  fact: z.enum(['reseller-relationship', 'gdap-active']),
  /** The relationship that became active, for GDAP. */
  delegation: DelegationId.nullable(),
  /** As of when the reseller relationship was not there yet, and the source of that; `null` where not told. */
  absentAsOf: Instant.nullable().default(null),
  absentSource: z.string().nullable().default(null),
  provenance: Provenance,
});
export type Evidence = z.infer<typeof Evidence>;

/** The words of a mail where they differ from the built-in ones. */
export const MailWords = z.object({
  /** The template they come from; `null` for none. One in another language stands for its namesake in the mail's. */
  template: z.string().nullable().default(null),
  /** With variables such as `{customer}`; `null` for the template's, or the built-in ones where there is none. */
  subject: z.string().max(200).nullable().default(null),
  /** An empty one is left out of the mail. */
  paragraphs: z.array(z.string().max(4000)).max(2).nullable().default(null),
});
export type MailWords = z.infer<typeof MailWords>;

/** One step of an invitation's life; `by` is a member of staff, or `console` where the console noticed it itself. */
export const InvitationStep = z.object({
  status: InvitationStatus,
  at: Instant,
  by: z.string().min(1),
  evidence: Evidence.nullable().default(null),
});
export type InvitationStep = z.infer<typeof InvitationStep>;

/** An invitation of a customer as we prepared it. The link is opaque: kept and printed byte for byte. */
export const Invitation = z.object({
  id: InvitationId,
  kind: InvitationKind,
  link: z.string().min(1),
  /** The partner whose link it is: ours, or our provider's when we forward. */
  createdBy: TenantId,
  to: z.string().min(3),
  language: Language,
  status: InvitationStatus,
  /** The member of staff who prepared it. */
  author: z.string().min(1),
  /** Where the draft was written on this machine, once exported. */
  file: z.string().nullable(),
  /** The template whose words it took; `null` for the built-in ones. */
  template: z.string().nullable().default(null),
  /** What a saved draft keeps to be continued, also after its export, which may be undone; `null` where none was saved. */
  draft: z.object({ words: MailWords }).nullable().default(null),
  /** The invitation that took its place. */
  supersededBy: InvitationId.nullable().default(null),
  /** Evidence of acceptance that staff took back: the same is never taken again. */
  refused: z.array(Evidence).default([]),
  createdAt: Instant,
  history: z.array(InvitationStep),
});
export type Invitation = z.infer<typeof Invitation>;

/** A link of our provider's that we may forward: pasted, taken from a mail, or from a hand-off file. */
export const ReceivedLink = z.object({
  /** Our own number for it. */
  id: InvitationId,
  kind: InvitationKind,
  link: z.string().min(1),
  createdBy: TenantId,
  /** The reseller it was made for; `null` for nobody in particular. */
  audience: TenantId.nullable(),
  /** The customer it is meant for, where the provider named one. */
  customer: CustomerId.nullable().default(null),
  language: Language.nullable(),
  via: z.enum(['pasted', 'mail', 'hand-off']),
  /** Whom the mail that brought it said it is from, which proves nothing; `null` where it came in none, or named nobody. */
  sender: z.string().nullable().default(null),
  /** The provider's own reference, where it came with one. */
  reference: z.string().nullable(),
  receivedAt: Instant,
  by: z.string().min(1),
});
export type ReceivedLink = z.infer<typeof ReceivedLink>;

/** What we, a provider, handed to one of our own resellers. */
export const HandOver = z.object({
  id: InvitationId,
  kind: InvitationKind,
  link: z.string().min(1),
  audience: TenantId,
  language: Language,
  /** The customer it is meant for, where it is meant for one. */
  customer: CustomerId.nullable(),
  at: Instant,
  by: z.string().min(1),
  file: z.string(),
  /** The mail that carries the file, as a draft. */
  mail: z.string().nullable().default(null),
});
export type HandOver = z.infer<typeof HandOver>;

/** The words of a mail that staff may change; link and required statements are never among them. */
export const InvitationTemplate = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  kind: InvitationKind,
  language: Language,
  /** `personal` stays with this person's settings, `shared` with the workspace. */
  scope: z.enum(['personal', 'shared']),
  subject: z.string().trim().min(1).max(200),
  /** The first paragraphs, which may be edited or removed. */
  paragraphs: z.array(z.string().max(4000)).max(2),
});
export type InvitationTemplate = z.infer<typeof InvitationTemplate>;
