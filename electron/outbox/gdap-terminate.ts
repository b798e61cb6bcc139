import type { DelegationStatus } from '#shared/model/delegation.ts';
import { relationshipIn } from './answers.ts';
import type { CommandOf } from './command.ts';
import type { Errand } from './errand.ts';
import { ask } from './status.ts';

/** On its way to the end, or there. */
const ENDING = new Set<DelegationStatus>(['terminationRequested', 'terminating', 'terminated', 'expired']);

/** Asks for the end of a relationship, and looks how it stands then. */
export async function terminateGdap(errand: Errand, { delegation }: CommandOf<'gdap-terminate'>): Promise<void> {
  if (!errand.has('terminate')) {
    await ask(errand, delegation, 'terminate', (status) => ENDING.has(status));
    await errand.did('terminate', { delegation, link: null });
  }
  const answer = await errand.read(errand.requests.getGdap(delegation));
  const { observation } = relationshipIn(answer, errand.records);
  await errand.take(observation, { source: 'graph', asOf: answer.at });
}
