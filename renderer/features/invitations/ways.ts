import type { InvitationFlow } from '#shared/contract/invitations.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import type { Capability, Outcome } from '#shared/model/policy.ts';

export type Flow = InvitationFlow['flow'];

/** One way of inviting a customer, as the person chooses it. */
export interface Way {
  readonly flow: Flow;
  /** What the policy says of it; `null` where there is nothing to ask about yet (no link received). */
  readonly answer: Capability | null;
  /** The received links that it could forward, each with its own answer. */
  readonly received: readonly { readonly id: InvitationId; readonly answer: Capability }[];
}

const RANK: Record<Outcome, number> = { allow: 0, unknown: 1, deny: 2 };
const outcomeOf = ({ answer }: Pick<Way, 'answer'>): Outcome => answer?.context.outcome ?? 'allow';

/** Whether a way can be taken now; the ones that cannot are shown with their rule. */
export const isPassable = (way: Way): boolean => outcomeOf(way) === 'allow';

/** With a link in hand forwarding is what remains to be done; without one it waits for the provider. */
function order({ flow, received }: Way): number {
  if (flow === 'forward') return received.length > 0 ? 0 : 3;
  return { create: 1, 'ask-provider': 2, gdap: 4 }[flow];
}

/**
 * The ways that there are for a partner like us, the best first: what we may do before what nobody can tell, and that
 * before what we may not. Whoever can ask a provider can forward what it sends, even while there is no link yet.
 */
export function waysOf(flows: readonly InvitationFlow[]): readonly Way[] {
  const received = flows
    .flatMap(({ flow, received: id, answer }) => (flow === 'forward' && id !== null ? [{ id, answer }] : []))
    .sort((a, b) => RANK[outcomeOf(a)] - RANK[outcomeOf(b)]);
  const ways: Way[] = flows
    .filter(({ flow }) => flow !== 'forward')
    .map(({ flow, answer }) => ({ flow, answer, received: [] }));
  if (flows.some(({ flow }) => flow === 'forward' || flow === 'ask-provider')) {
    ways.push({ flow: 'forward', answer: received[0]?.answer ?? null, received });
  }
  return ways.sort((a, b) => RANK[outcomeOf(a)] - RANK[outcomeOf(b)] || order(a) - order(b));
}
