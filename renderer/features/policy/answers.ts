import type { InvitationKind } from '#shared/model/invitation.ts';
import type { Cloud } from '#shared/model/partner.ts';
import type { ActionName, Capability, Decision, Outcome, RuleSource } from '#shared/model/policy.ts';

/** The headings under which a person looks for an answer, in the order of the day's work. */
export const ANSWER_GROUPS = [
  'administer',
  'commerce',
  'invitations',
  'delegations',
  'relationship',
  'customer',
  'staff',
] as const;
export type AnswerGroup = (typeof ANSWER_GROUPS)[number];

const ADMINISTER: ReadonlySet<ActionName> = new Set(['subscription.provision', 'subscription.support']);

/** Where an action belongs: acting in the customer's tenant is one thing, buying and selling another. */
export function groupOf(action: ActionName): AnswerGroup {
  if (ADMINISTER.has(action)) return 'administer';
  if (action.startsWith('subscription.')) return 'commerce';
  if (action.startsWith('invitation.')) return 'invitations';
  if (action.startsWith('delegation.')) return 'delegations';
  if (action.startsWith('relationship.')) return 'relationship';
  return action.startsWith('staff.') ? 'staff' : 'customer';
}

/** The answers under their headings; headings without any are left out. */
export function groupAnswers(
  answers: readonly Capability[],
): readonly { readonly group: AnswerGroup; readonly answers: readonly Capability[] }[] {
  return ANSWER_GROUPS.map((group) => ({
    group,
    answers: answers.filter((answer) => groupOf(answer.action) === group),
  })).filter(({ answers: members }) => members.length > 0);
}

/** The three marks of a subscription's row. */
export const MARKS = ['provision', 'support', 'commerce'] as const;
export type Mark = (typeof MARKS)[number];

const GRAVITY: Readonly<Record<Outcome, number>> = { allow: 0, unknown: 1, deny: 2 };

/**
 * The one answer that a row shows for a mark. Commerce is one mark for nine acts, so it shows the gravest of them:
 * a "yes" must hold for all. Viewing the bill is left out, since other staff roles do that. `null` when nothing was asked.
 */
export function markOf(answers: readonly Capability[], mark: Mark): Outcome | null {
  const asked = answers.filter(({ action }) =>
    mark === 'commerce'
      ? groupOf(action) === 'commerce' && action !== 'subscription.view-bill' && action !== 'subscription.upgrade'
      : action === `subscription.${mark}`,
  );
  let gravest: Outcome | null = null;
  for (const { context } of asked) {
    if (gravest === null || GRAVITY[context.outcome] > GRAVITY[gravest]) gravest = context.outcome;
  }
  return gravest;
}

/** How many of the answers are yes, no and cannot tell. */
export function tally(answers: readonly Capability[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { allow: 0, deny: 0, unknown: 0 };
  for (const { context } of answers) counts[context.outcome] += 1;
  return counts;
}

/**
 * Which mail of ours is the next step after an answer: because it was asked for, or because it asks for a delegation. DAP
 * travels with the reseller invitation on 21Vianet; on the global cloud a delegation is GDAP (R29, R30). `null` when the
 * next step is none of ours.
 */
export function invitationAfter(
  { action, properties, context: { outcome, remedies } }: Capability,
  cloud: Cloud,
): { readonly kind: InvitationKind; readonly for: 'itself' | 'dap' } | null {
  if (outcome === 'allow' && action === 'invitation.create') return { kind: 'reseller', for: 'itself' };
  if (outcome === 'allow' && action === 'delegation.request') return travelling(properties.kind === 'gdap', cloud);
  const request = remedies.find(({ action: step, by }) => by === 'our-staff' && step === 'delegation.request');
  return request ? travelling(request.kind === 'gdap', cloud) : null;
}

const travelling = (isGdap: boolean, cloud: Cloud) =>
  isGdap || cloud === 'global'
    ? ({ kind: 'gdap', for: 'itself' } as const)
    : ({ kind: 'reseller', for: 'dap' } as const);

/** The rules that took part, each once per effect with all of its sources: a rule may deny for several reasons at once. */
export function reasonsByRule(
  reasons: Decision['context']['reasons'],
): readonly { readonly rule: string; readonly effect: Outcome; readonly sources: readonly RuleSource[] }[] {
  const byRule = new Map<string, { rule: string; effect: Outcome; sources: RuleSource[] }>();
  for (const { rule, effect, source } of reasons) {
    const entry = byRule.get(`${rule} ${effect}`) ?? { rule, effect, sources: [] };
    byRule.set(`${rule} ${effect}`, entry);
    const known = entry.sources.some(({ title, url }) => title === source?.title && url === source.url);
    if (source !== null && !known) entry.sources.push(source);
  }
  return [...byRule.values()];
}
