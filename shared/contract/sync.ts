import { z } from 'zod';
import { ApplicationId, CustomerId, Instant } from '#shared/model/ids.ts';
import { OutboxCommand, OutboxEntry, Sent } from '#shared/model/outbox.ts';
import { Decision } from '#shared/model/policy.ts';
import { Problem } from '#shared/model/problem.ts';
import { ChangedThing, Clash, CustomerChange, SyncProgress, SyncRun, SyncSource } from '#shared/model/sync.ts';
import { procedure } from './errors.ts';

const Page = z.object({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().positive().max(1000).default(100),
});

/** Where synchronising stands. */
export const SyncState = z.object({
  /** The pull that is at work or paused, and how far it is; `null` when none is. */
  progress: SyncProgress.nullable(),
  /** How far the outbox is, which is sent before anything is pulled, and until when a service asked to wait; `null` when that is over. */
  sending: z
    .object({
      done: z.number().int().nonnegative(),
      of: z.number().int().nonnegative(),
      waitingUntil: Instant.nullable(),
    })
    .nullable(),
  /** What the last start sent, as far as it is. */
  sent: Sent,
  /** Why the last start broke off, where no run tells it. */
  problem: Problem.nullable(),
  paused: z.boolean(),
  /** What comes after the one at work. */
  next: z.array(SyncSource),
  /** The last run of each source, the running one too. */
  last: z.object({ 'partner-center': SyncRun.nullable(), graph: SyncRun.nullable() }),
  /** Sources that this workspace's cloud has. */
  sources: z.array(SyncSource),
  /** Clashes that wait for a person. */
  clashes: z.number().int().nonnegative(),
  /** Entries of the outbox that wait to be sent, and those that a person must look at. */
  outbox: z.object({ waiting: z.number().int().nonnegative(), attention: z.number().int().nonnegative() }),
});
export type SyncState = z.infer<typeof SyncState>;

/** A clash with the customer and the subscription it is about. */
export const CustomerClash = Clash.extend({
  customer: CustomerId,
  customerName: z.string(),
  subscriptionName: z.string(),
});
export type CustomerClash = z.infer<typeof CustomerClash>;

export const sync = {
  state: procedure.output(SyncState),
  /** Begins to push what waits and to pull, or goes on where an earlier run was cut short; answers when it has begun. */
  start: procedure
    .input(z.object({ sources: z.array(SyncSource).min(1).optional() }).default({}))
    .output(z.object({ started: z.array(SyncSource) })),
  pause: procedure.output(z.object({ paused: z.boolean() })),
  resume: procedure.output(z.object({ resumed: z.boolean() })),
  /**
   * Ends what is at work, the sending too, or where nothing is the pulls that were cut short (that of `source` alone, where it
   * is named); what was recorded stays, and the next pull begins anew.
   */
  cancel: procedure
    .input(z.object({ source: SyncSource.optional() }).default({}))
    .output(z.object({ cancelled: z.boolean() })),
  /** Resolves when nothing is at work any more; gives the runs of this start, and what became of the outbox. */
  finished: procedure.output(Sent.extend({ runs: z.array(SyncRun) })),
  /** Every run that was kept, the newest first. */
  runs: procedure.input(Page).output(z.object({ total: z.number().int(), items: z.array(SyncRun) })),
  /** What a run changed. */
  changes: procedure
    .input(
      Page.extend({
        run: z.string(),
        what: ChangedThing.optional(),
        how: CustomerChange.shape.how.optional(),
      }),
    )
    .output(z.object({ total: z.number().int(), items: z.array(CustomerChange) })),
  clashes: procedure.output(z.array(CustomerClash)),
  resolve: procedure
    .input(z.object({ customer: CustomerId, clash: z.string(), keep: z.enum(['staff', 'upstream']) }))
    .output(Clash),
};

/** A command as the list shows it. */
export const ShownEntry = OutboxEntry.extend({ customerName: z.string().nullable() });
export type ShownEntry = z.infer<typeof ShownEntry>;

export const outbox = {
  /** What is not over yet first, and of either kind the newest first. */
  list: procedure.input(Page).output(z.object({ total: z.number().int(), items: z.array(ShownEntry) })),
  /** Whether a command may be given, by which rule, and the requests that would be made. Nothing is written. */
  preview: procedure.input(OutboxCommand).output(
    z.object({
      decision: Decision,
      /** What would be sent, in order. */
      requests: z.array(z.object({ method: z.string(), url: z.string(), body: z.unknown() })),
    }),
  ),
  /** Puts a command in the outbox; refused when the policy does not allow it. */
  add: procedure.input(OutboxCommand).output(ShownEntry),
  /** Takes back what was not sent yet, and sets aside what needs attention. */
  undo: procedure.input(z.object({ id: z.string() })).output(ShownEntry),
  /** Tries again what needs attention; it alone is sent. */
  retry: procedure.input(z.object({ id: z.string() })).output(ShownEntry),
  /** Sends what waits, now, or one entry of it alone; refused when nobody is signed in. */
  send: procedure
    .input(z.object({ id: z.string().optional() }).default({}))
    .output(Sent.omit({ pushed: true }).extend({ sent: Sent.shape.pushed })),
};

/** Who is signed in, and how a sign-in that was begun goes on. */
export const AccountState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-out') }),
  z.object({
    state: z.literal('signing-in'),
    how: z.enum(['browser', 'device-code']),
    /** What to type where, for a device code; the page to open, for a browser that did not open by itself. */
    code: z.string().nullable(),
    url: z.string().nullable(),
    expiresAt: Instant.nullable(),
  }),
  z.object({
    state: z.literal('signed-in'),
    username: z.string(),
    name: z.string().nullable(),
    tenantId: z.string(),
    /** Whether it outlives this session: it does where there is a keychain. */
    remembered: z.boolean(),
  }),
]);
export type AccountState = z.infer<typeof AccountState>;

export const account = {
  state: procedure.output(AccountState),
  /** The app registration that staff sign in with; `null` while nobody has said: then nobody can sign in. */
  registration: procedure.output(z.object({ clientId: ApplicationId.nullable() })),
  /** Says which app registration it is, whatever the profile says; whoever is signed in by another one is signed out. */
  register: procedure.input(z.object({ clientId: ApplicationId })).output(z.object({ clientId: ApplicationId })),
  /** Begins to sign in; answers when a page or code can be shown. */
  signIn: procedure.input(z.object({ how: z.enum(['browser', 'device-code']) })).output(AccountState),
  /** Resolves when the sign-in that was begun has ended; what went wrong is a problem. */
  signedIn: procedure.output(AccountState),
  cancel: procedure.output(AccountState),
  /** Forgets the account and every token of it. */
  signOut: procedure.output(AccountState),
};
