import { z } from 'zod';
import { Instant, InvitationId, TenantId } from './ids.ts';

export const InvitationKind = z.enum(['reseller', 'gdap']);
export type InvitationKind = z.infer<typeof InvitationKind>;

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

/** The languages of the window and of the mail. */
export const Language = z.enum(['en', 'zh-CN', 'zh-TW']);
export type Language = z.infer<typeof Language>;
export const LANGUAGES = Language.options;

/** An invitation as we prepared it. The link is opaque: kept and printed byte for byte. */
export const Invitation = z.object({
  id: InvitationId,
  kind: InvitationKind,
  link: z.string().min(1),
  /** The partner whose link it is. */
  createdBy: TenantId,
  to: z.string().min(3),
  language: Language,
  status: InvitationStatus,
  /** The member of staff who prepared it. */
  author: z.string().min(1),
  /** Where the draft was written on this machine, once exported. */
  file: z.string().nullable(),
  createdAt: Instant,
  history: z.array(z.object({ status: InvitationStatus, at: Instant, by: z.string().min(1) })),
});
export type Invitation = z.infer<typeof Invitation>;
