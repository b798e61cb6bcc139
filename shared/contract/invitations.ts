import { z } from 'zod';
import { CustomerId, InvitationId, TenantId } from '#shared/model/ids.ts';
import {
  HandOver,
  Invitation,
  InvitationKind,
  InvitationStatus,
  InvitationTemplate,
  Language,
  MailWords,
  ReceivedLink,
} from '#shared/model/invitation.ts';
import { Cloud } from '#shared/model/partner.ts';
import { Capability } from '#shared/model/policy.ts';
import { Problem } from '#shared/model/problem.ts';
import { Provenance } from '#shared/model/provenance.ts';
import { procedure } from './errors.ts';
import { HandedFile } from './imports.ts';

/** What an invitation link tells by itself, without being opened. */
export const LinkReading = z.object({
  host: z.string(),
  kind: InvitationKind.nullable(),
  /** The cloud that the host belongs to; `null` when both use it. */
  cloud: Cloud.nullable(),
  /** The partner that it names as its own by a whole tenant id; `null` where it names none, or in another way. */
  partner: TenantId.nullable(),
  /** Query and fragment parameters as written, for reading only. */
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type LinkReading = z.infer<typeof LinkReading>;

/** Where the link of a mail comes from: pasted by staff, or one that our provider gave us. */
export const LinkSource = z.union([z.object({ link: z.string() }), z.object({ received: InvitationId })]);
export type LinkSource = z.infer<typeof LinkSource>;

/** Our own reseller link as a source last told it, checked like a pasted one. Whoever uses it sends it as a `link`. */
export const OwnLink = z.object({
  /** Byte for byte. */
  link: z.string(),
  provenance: Provenance,
  /** What it tells by itself; `null` where it fails the checks. */
  reading: LinkReading.nullable(),
  /** Why it may not be used; `null` where it may. */
  problem: Problem.nullable(),
});
export type OwnLink = z.infer<typeof OwnLink>;

export const InvitationDraft = z.intersection(
  z.object({
    customer: CustomerId,
    to: z.string(),
    language: Language,
    words: MailWords.default({ template: null, subject: null, paragraphs: null }),
    /** The saved draft that this continues: what is written is the same invitation, under the same reference. */
    draft: InvitationId.optional(),
  }),
  LinkSource,
);
export type InvitationDraft = z.infer<typeof InvitationDraft>;

const Mail = z.object({ kind: InvitationKind, subject: z.string(), text: z.string(), html: z.string() });

/** One way of inviting a customer, and what the policy says of it now. */
export const InvitationFlow = z.object({
  /** Create and send our own; ask our provider for one; forward one that our provider gave us; request GDAP. */
  flow: z.enum(['create', 'ask-provider', 'forward', 'gdap']),
  /** For `forward`: the link. */
  received: InvitationId.nullable(),
  answer: Capability,
});
export type InvitationFlow = z.infer<typeof InvitationFlow>;

/** A line of the pipeline. */
export const InvitationRow = z.object({
  invitation: Invitation,
  customer: CustomerId,
  customerName: z.string(),
  /** Days since the last step. */
  age: z.number().int().nonnegative(),
  /** Exported or sent long ago and neither accepted nor ended: time to ask. */
  nudge: z.boolean(),
  /** `maybe-older`: the customer has the relationship, but nothing shows that it came after this invitation; staff must say. */
  hint: z.enum(['maybe-older']).nullable(),
  /** A short name of the link, by which equal links are told: hexadecimal digits of its digest. */
  fingerprint: z.string(),
  /** Whether the last step can be undone. */
  undoable: z.boolean(),
  /** What staff may mark it as now: the steps that the life cycle has from here. */
  next: z.array(InvitationStatus),
  /** The customer's other open invitations of the same kind. */
  open: z.array(InvitationId),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

/** A hand-off file, looked at before anything is recorded. */
export const HandOffReading = z.object({
  createdBy: z.object({ tenantId: TenantId, name: z.string(), mpnId: z.string().nullable() }),
  audience: z.object({ tenantId: TenantId, name: z.string().nullable() }).nullable(),
  /** The customer it is meant for, where it is meant for one. */
  customer: z.object({ id: CustomerId, name: z.string() }).nullable(),
  kind: InvitationKind,
  link: z.string(),
  reading: LinkReading,
  language: Language,
  reference: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  /** `first`: the first file of this provider, whose key will be kept; `known`: signed with the key we kept; `renewed`: with another one, whose fingerprint the provider confirmed. */
  signature: z.enum(['first', 'known', 'renewed']),
  /** Digits to compare by telephone the first time. */
  keyFingerprint: z.string(),
});
export type HandOffReading = z.infer<typeof HandOffReading>;

const Confirmed = {
  /** The digits that the provider read out on the telephone. With them a file signed with a new key is taken, and with no others. */
  fingerprint: z.string().optional(),
};

/** One customer of a bulk export: may we, and to whom. */
export const BulkRow = z.object({
  customer: CustomerId,
  customerName: z.string(),
  to: z.string().nullable(),
  language: Language,
  answer: Capability,
  /** Why no draft can be made, besides the policy: no address, one that is none, an open invitation already. */
  problem: Problem.nullable(),
});
export type BulkRow = z.infer<typeof BulkRow>;

/** What a bulk export writes: a folder of drafts, one archive of them, or a table for a mail merge. */
export const BulkFormat = z.enum(['folder', 'zip', 'mail-merge']);
export type BulkFormat = z.infer<typeof BulkFormat>;

/** A selection of customers, the link that all of them get, and in which words. */
export const BulkRequest = z.object({
  customers: z.array(CustomerId).min(1).max(100_000),
  source: LinkSource,
  /** `customer`: each customer's likely language. */
  language: z.union([Language, z.literal('customer')]),
  words: MailWords.default({ template: null, subject: null, paragraphs: null }),
  /** Addresses by customer, as typed or taken from a list; good lines are used, bad ones are reported. */
  addresses: z.string().default(''),
  /** Addresses corrected customer by customer: each stands in the place of what the list says. */
  corrections: z.record(CustomerId, z.string()).default({}),
});

export const invitations = {
  /** The hosts that an invitation link may lead to in this workspace. */
  hosts: procedure.output(z.array(z.string())),
  /** May we invite this customer at all? The answer that the window shows before anything is typed. */
  eligibility: procedure
    .input(z.object({ customer: CustomerId, kind: InvitationKind.default('reseller') }))
    .output(Capability),
  /** Every way of inviting this customer that exists for a partner like us, each with its answer. */
  flows: procedure.input(z.object({ customer: CustomerId })).output(z.array(InvitationFlow)),
  /** Checks a pasted link: `https:` and a known host, nothing else; it is never changed. */
  readLink: procedure.input(z.object({ link: z.string() })).output(LinkReading),
  /** Our own link as Partner Center last told it; `null` while no source has. */
  ownLink: procedure.output(OwnLink.nullable()),

  /** The mail as it will be written, for the preview; nothing is recorded. */
  preview: procedure.input(InvitationDraft).output(Mail),
  /** Policy check, then a record in the dossier that the composer can continue; no file, and no check of the words. */
  saveDraft: procedure.input(InvitationDraft).output(Invitation),
  /** Policy check, then an `.eml` draft on disk, then a record in the dossier. */
  export: procedure.input(InvitationDraft).output(z.object({ invitation: Invitation, path: z.string() })),
  /** The same recorded as exported, but carried by a `mailto:` address; `null` where it would be longer than 2,000 characters. */
  mailto: procedure
    .input(InvitationDraft)
    .output(z.object({ invitation: Invitation.nullable(), address: z.string().nullable() })),
  /** Opens an exported draft in the mail program of this machine. */
  open: procedure
    .input(z.object({ customer: CustomerId, invitation: InvitationId }))
    .output(z.object({ opened: z.boolean() })),

  /** The mail of an exported draft as it was written, for copying and printing. */
  written: procedure.input(z.object({ customer: CustomerId, invitation: InvitationId })).output(Mail),
  /** Opens a draft by its path in the mail program of this machine: a mail in the drafts folder, and nothing else. */
  openDraft: procedure.input(z.object({ path: z.string() })).output(z.object({ opened: z.boolean() })),
  /** Hands a `mailto:` address that `mailto` gave to the mail program of this machine; any other is refused. */
  openMailto: procedure
    .input(z.object({ address: z.string().startsWith('mailto:').max(2000) }))
    .output(z.object({ opened: z.boolean() })),

  /** The request mail to one of our providers, as a draft on disk (R31). */
  askProvider: procedure
    .input(z.object({ customer: CustomerId, provider: TenantId, to: z.string(), language: Language }))
    .output(z.object({ path: z.string() })),

  /** The pipeline: every invitation of every customer, the most urgent first. */
  list: procedure
    .input(
      z.object({
        search: z.string().default(''),
        status: InvitationStatus.optional(),
        customer: CustomerId.optional(),
        nudge: z.boolean().optional(),
        offset: z.number().int().nonnegative().default(0),
        limit: z.number().int().positive().max(100_000).default(500),
      }),
    )
    .output(
      z.object({
        total: z.number().int().nonnegative(),
        counts: z.record(InvitationStatus, z.number().int().nonnegative()),
        nudges: z.number().int().nonnegative(),
        items: z.array(InvitationRow),
      }),
    ),
  /** Staff say what became of it. A step that the life cycle does not have is refused. */
  mark: procedure
    .input(z.object({ customer: CustomerId, invitation: InvitationId, status: InvitationStatus }))
    .output(Invitation),
  /** Takes the last step back, unless it was the first. */
  undo: procedure.input(z.object({ customer: CustomerId, invitation: InvitationId })).output(Invitation),
  /** The same invitation in another language, as a new draft; the old one is superseded. */
  resend: procedure
    .input(z.object({ customer: CustomerId, invitation: InvitationId, language: Language }))
    .output(z.object({ invitation: Invitation, path: z.string() })),

  received: {
    list: procedure.output(z.array(ReceivedLink)),
    /** Looks at a hand-off file or a mail with an invitation link; nothing is recorded. */
    read: procedure.input(z.object({ file: HandedFile, ...Confirmed })).output(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('hand-off'), handOff: HandOffReading }),
        z.object({
          what: z.literal('mail'),
          links: z.array(z.object({ link: z.string(), reading: LinkReading })),
          from: z.string(),
        }),
      ]),
    ),
    /** Takes a hand-off file in: checked again, then recorded. */
    takeHandOff: procedure.input(z.object({ file: HandedFile, ...Confirmed })).output(ReceivedLink),
    /** Takes a link in that one of our providers created. */
    takeLink: procedure
      .input(
        z.object({
          link: z.string(),
          provider: TenantId,
          via: z.enum(['pasted', 'mail']),
          /** Whom the mail says it is from, as `read` gave it. */
          sender: z.string().max(1000).optional(),
        }),
      )
      .output(ReceivedLink),
    remove: procedure.input(z.object({ id: InvitationId })).output(z.array(ReceivedLink)),
  },

  handOver: {
    list: procedure.output(z.array(HandOver)),
    /** The digits by which resellers know the key that we sign with; `null` before the first hand-off file. */
    key: procedure.output(z.object({ fingerprint: z.string().nullable() })),
    /** Writes a hand-off file for each of these resellers of ours (R02). */
    write: procedure
      .input(
        z.object({
          link: z.string(),
          resellers: z.array(TenantId).min(1),
          language: Language,
          customer: CustomerId.optional(),
        }),
      )
      .output(z.array(HandOver)),
  },

  templates: {
    list: procedure.output(z.array(InvitationTemplate)),
    /** The built-in words of a kind and language, to start from. */
    builtIn: procedure
      .input(z.object({ kind: InvitationKind, language: Language }))
      .output(z.object({ subject: z.string(), paragraphs: z.array(z.string()), variables: z.array(z.string()) })),
    save: procedure.input(InvitationTemplate).output(z.array(InvitationTemplate)),
    remove: procedure.input(z.object({ id: z.string() })).output(z.array(InvitationTemplate)),
    /** A file of templates, for another workspace. */
    export: procedure
      .input(z.object({ ids: z.array(z.string()).min(1) }))
      .output(z.object({ name: z.string(), text: z.string() })),
    /** The same as a file in the drafts folder, for windows that may not save any themselves. */
    write: procedure.input(z.object({ ids: z.array(z.string()).min(1) })).output(z.object({ path: z.string() })),
    import: procedure.input(z.object({ file: HandedFile })).output(z.array(InvitationTemplate)),
    /** A mail in these words to an invented customer, with a link that leads nowhere. */
    preview: procedure
      .input(
        z.object({ kind: InvitationKind, language: Language, subject: z.string(), paragraphs: z.array(z.string()) }),
      )
      .output(z.object({ subject: z.string(), text: z.string(), html: z.string() })),
  },

  bulk: {
    /** Every row with its answer, its address and what stands in its way; nothing is written. */
    preview: procedure.input(BulkRequest).output(
      z.object({
        rows: z.array(BulkRow),
        badAddresses: z.array(z.object({ line: z.number().int(), problem: Problem })),
      }),
    ),
    /** Writes the drafts one after another and tells the progress; what was written before an interruption stays, and is left out the next time. */
    export: procedure.input(BulkRequest.extend({ format: BulkFormat })).output(
      z.object({
        /** Where the drafts are: a folder, an archive or a table; empty when none was written. */
        path: z.string(),
        written: z.number().int().nonnegative(),
        /** Customers that had this very invitation already, from an export that was interrupted or done before. */
        skipped: z.number().int().nonnegative(),
        refused: z.array(z.object({ customer: CustomerId, problem: Problem })),
        /** Stopped by `cancel` before every customer was reached. */
        cancelled: z.boolean(),
      }),
    ),
    /** How far the running export is. */
    progress: procedure.output(z.object({ done: z.number().int(), of: z.number().int() }).nullable()),
    cancel: procedure.output(z.object({ cancelled: z.boolean() })),
    /** Shows what an export wrote in the file manager of this machine: something in the drafts folder, and nothing else. */
    showFolder: procedure.input(z.object({ path: z.string() })).output(z.object({ opened: z.boolean() })),
  },
};
