import { z } from 'zod';
import { CustomerId, Instant, SubscriptionId } from '#shared/model/ids.ts';
import { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { ActionName, Capability, CustomerRole, Decision, Outcome, RuleId, RuleSource } from '#shared/model/policy.ts';
import { TraceStep } from '#shared/model/trace.ts';
import { Change } from '#shared/model/what-if.ts';
import { procedure } from './errors.ts';

/** One rule as the table has it. */
export const RuleEntry = z.object({
  rule: RuleId,
  clouds: z.array(Cloud),
  actions: z.array(ActionName),
  /** What it can bring about; `R00` denies. */
  effects: z.array(Outcome),
  /** The programs of ours that it speaks of; empty where it asks for none. */
  programs: z.array(Program),
  /** The Partner Center roles whose holders it can concern: they may do one of its actions at all. */
  roles: z.array(StaffRole),
  /** The customer's own roles that it speaks of. */
  customerRoles: z.array(CustomerRole),
  sources: z.array(RuleSource),
});
export type RuleEntry = z.infer<typeof RuleEntry>;

/** Which staff roles may do an action at all (R08); `kind` where that differs by the kind of delegation. */
export const StaffPermission = z.object({
  action: ActionName,
  kind: z.enum(['dap', 'gdap']).nullable(),
  roles: z.array(StaffRole),
});
export type StaffPermission = z.infer<typeof StaffPermission>;

/** An answer that comes out otherwise when something is supposed. */
export const ChangedAnswer = z.object({
  /** `null` when it was asked of the customer itself. */
  subscription: SubscriptionId.nullable(),
  action: ActionName,
  properties: z.record(z.string(), z.string()),
  before: Decision,
  after: Decision,
});
export type ChangedAnswer = z.infer<typeof ChangedAnswer>;

export const policy = {
  /** Every action for our own staff on a customer, or on one of its subscriptions. */
  can: procedure
    .input(z.object({ customer: CustomerId, subscription: SubscriptionId.optional() }))
    .output(z.array(Capability)),
  /** One of the answers of `can`, as the records say or as supposed, with the chain it hangs on. */
  explain: procedure
    .input(
      z.object({
        customer: CustomerId,
        subscription: SubscriptionId.optional(),
        action: ActionName,
        properties: z.record(z.string(), z.string()),
        changes: z.array(Change).default([]),
      }),
    )
    .output(z.object({ answer: Capability, trace: z.array(TraceStep) })),
  /** Opens a page that a rule rests on, named by its place among the rule's sources, outside the window. */
  openSource: procedure
    .input(z.object({ rule: RuleId, source: z.number().int().nonnegative() }))
    .output(z.object({ opened: z.boolean() })),
  /** Asks everything about a customer as the records say and as supposed; gives the answers that differ. Records nothing. */
  whatIf: procedure.input(z.object({ customer: CustomerId, changes: z.array(Change) })).output(
    z.object({
      /** The instant that was supposed. */
      at: Instant,
      /** How many questions were asked. */
      asked: z.number().int().nonnegative(),
      changed: z.array(ChangedAnswer),
    }),
  ),
  /** Any request in the documented shape; what does not fit it is a problem that names the path. */
  decide: procedure.input(z.object({ request: z.unknown() })).output(Decision),
  /** The whole table, by number. */
  matrix: procedure.output(z.array(RuleEntry)),
  /** The staff matrix behind R08. */
  staffMatrix: procedure.output(z.array(StaffPermission)),
  /** Of how many customers each rule decides an answer now: of the customer itself or of one of its subscriptions. */
  deciding: procedure.output(
    z.object({
      of: z.number().int().nonnegative(),
      customers: z.record(RuleId, z.number().int().nonnegative()),
      /** Of how many of them to which outcome; a rule may decide several answers of one customer, each to its own. */
      outcomes: z.record(RuleId, z.record(Outcome, z.number().int().nonnegative())),
      /** When the clock alone will change an answer next; `null` when it will not. */
      until: Instant.nullable(),
    }),
  ),
};
