import { z } from 'zod';
import { CustomerId, DelegationId, Instant, RoleDefinitionId } from './ids.ts';
import { Outcome } from './policy.ts';
import { Problem } from './problem.ts';

/** Days that a GDAP relationship may last (Graph: P1D to P2Y). */
const Days = z.number().int().min(1).max(730);

/** What staff decide here and a service shall do. */
export const OutboxCommand = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('gdap-request'),
    customer: CustomerId,
    /** Unique among our relationships; at most 50 characters. */
    name: z.string().trim().min(1).max(50),
    days: Days,
    autoExtend: z.boolean(),
    roles: z.array(RoleDefinitionId).min(1),
  }),
  z.object({ kind: z.literal('gdap-extend'), customer: CustomerId, delegation: DelegationId, autoExtend: z.boolean() }),
  z.object({ kind: z.literal('gdap-terminate'), customer: CustomerId, delegation: DelegationId }),
  z.object({ kind: z.literal('dap-remove'), customer: CustomerId }),
  z.object({ kind: z.literal('reseller-link') }),
]);
export type OutboxCommand = z.infer<typeof OutboxCommand>;

/** The policy's answer at some moment: the rule is looked up in the catalogue. */
export const OutboxDecision = z.object({ outcome: Outcome, rule: z.string().min(1), at: Instant });
export type OutboxDecision = z.infer<typeof OutboxDecision>;

/** What a server said about a request, in its own words. */
export const ServerWords = z.object({
  status: z.number().int(),
  code: z.string().nullable(),
  words: z.string(),
  /** The id by which the service's support can find it. */
  requestId: z.string().nullable(),
});
export type ServerWords = z.infer<typeof ServerWords>;

/**
 * One command that waits, is being sent, or was. `waiting` may be undone. `refused`: the service or the policy said no;
 * `needs-attention`: nobody can tell what became of it, or the facts changed since it was decided, so a person must look,
 * and may set it aside: then it is `undone` and keeps its problem.
 */
export const OutboxEntry = z.object({
  id: z.string().min(1),
  command: OutboxCommand,
  by: z.string().min(1),
  decidedAt: Instant,
  state: z.enum(['waiting', 'sending', 'done', 'refused', 'needs-attention', 'undone']),
  /** Sent with every try of the same step, so that the service does it once (`MS-RequestId`, `client-request-id`). */
  key: z.string().min(1),
  decision: OutboxDecision,
  /** The policy's answer when it was sent. */
  decisionWhenSent: OutboxDecision.nullable(),
  tries: z.number().int().nonnegative(),
  /** Tries of these in which the service failed, or after which nobody could tell what it did. */
  failures: z.number().int().nonnegative().default(0),
  lastTriedAt: Instant.nullable(),
  /** The steps that are done, such as `create`, `lock`; a send that was cut short goes on after them. */
  steps: z.array(z.object({ step: z.string().min(1), at: Instant })),
  /** What came of it: the relationship that was made, the link that the customer opens. */
  result: z.object({ delegation: DelegationId.nullable(), link: z.string().nullable() }).nullable(),
  answer: ServerWords.nullable(),
  problem: Problem.nullable(),
  endedAt: Instant.nullable(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** What became of what waited in the outbox. */
export const Sent = z.object({
  /** Entries that are done. */
  pushed: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
  /** Entries that a person must look at now. */
  attention: z.number().int().nonnegative(),
  /** Why something waits on: a service could not be asked, or a dossier could not be read; `null` when nothing does. */
  problem: Problem.nullable(),
});
export type Sent = z.infer<typeof Sent>;
