import { readdirSync, readFileSync } from 'node:fs';
import { policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { z } from 'zod';
import { Outcome } from '#shared/model/policy.ts';
import { expandWords, type Slots } from './cedar-words.ts';

const FOLDER = new URL('./cedar/', import.meta.url);

/** What a policy says when it applies; one that obliges takes part only where another allows. */
const Effect = z.enum([...Outcome.options, 'oblige']);
export type Effect = z.infer<typeof Effect>;

/** A list in one annotation, for Cedar takes each annotation once. */
const List = z
  .string()
  .optional()
  .transform((list) => list?.split(', ') ?? []);

const Annotations = z.object({ rule: z.string(), effect: Effect, obligation: List, remedy: List });

/** One Cedar policy: what it says when it applies, and the acts that its scope names (`null`: any act). */
export interface CedarPolicy {
  readonly id: string;
  readonly rule: string;
  readonly effect: Effect;
  /** What an allowed act obliges to. */
  readonly obligations: readonly string[];
  /** What would change a denial, as `R03 invitation.request by our-staff`. */
  readonly remedies: readonly string[];
  readonly actions: readonly string[] | null;
  readonly text: string;
}

/** The schema of the facts, as Cedar text. */
export function readSchema(): string {
  return readFileSync(new URL('facts.cedarschema', FOLDER), 'utf8');
}

function actionsOf(policy: string): readonly string[] | null {
  const parsed = policyToJson(policy);
  if (parsed.type === 'failure') throw new Error(`A Cedar policy cannot be read: ${parsed.errors[0]?.message}`);
  const scope = parsed.json.action;
  if (scope.op === 'All' || 'slot' in scope) return null;
  const entities = 'entities' in scope ? scope.entities : [scope.entity];
  return entities.map((entity) => ('__entity' in entity ? entity.__entity.id : entity.id));
}

function annotationsOf(policy: string): Pick<CedarPolicy, 'rule' | 'effect' | 'obligations' | 'remedies'> {
  const parsed = policyToJson(policy);
  const read = Annotations.safeParse(parsed.type === 'success' ? parsed.json.annotations : undefined);
  if (!read.success) throw new Error(`A Cedar policy names no rule or effect: ${policy.slice(0, 120)}`);
  const { rule, effect, obligation: obligations, remedy } = read.data;
  const isForbid = parsed.type === 'success' && parsed.json.effect === 'forbid';
  if (isForbid !== (effect === 'deny')) throw new Error(`A Cedar policy of ${rule} says ${effect} by the wrong means.`);
  return { rule, effect, obligations, remedies: remedy.map((one) => `${rule} ${one}`) };
}

/**
 * The rules in Cedar, from the files in `cedar/`, with as many slots for delegations and assignments as asked for.
 *
 * @throws Error when a policy cannot be parsed, or is a forbid that does not say deny
 */
export function readPolicies(slots: Slots): readonly CedarPolicy[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.cedar'));
  const texts = files.sort().map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
  const parts = policySetTextToParts(expandWords(texts, slots));
  if (parts.type === 'failure') {
    throw new Error(`The Cedar policies cannot be parsed: ${parts.errors.map(({ message }) => message).join('; ')}`);
  }
  return parts.policies.map((text, index) => {
    const said = annotationsOf(text);
    return { id: `${said.rule} ${said.effect} ${index}`, ...said, actions: actionsOf(text), text };
  });
}
