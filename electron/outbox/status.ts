import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import type { DelegationStatus } from '#shared/model/delegation.ts';
import type { DelegationId } from '#shared/model/ids.ts';
import { relationshipIn } from './answers.ts';
import type { Errand } from './errand.ts';

const ACTIONS = { lock: 'lockForApproval', terminate: 'terminate' } as const;

/**
 * Asks that a relationship be brought into another state, unless it is in it. An earlier request whose answer was lost may
 * have done it: then the state tells, and so it does when the service refuses what it has already done.
 */
export async function ask(
  errand: Errand,
  id: DelegationId,
  step: keyof typeof ACTIONS,
  isDone: (status: DelegationStatus) => boolean,
): Promise<void> {
  const stands = async () => isDone(await statusOf(errand, id));
  if (errand.again && (await stands())) return;
  try {
    await errand.write(step, errand.requests.requestGdap(id, ACTIONS[step]));
  } catch (error) {
    if (errand.again && error instanceof ServiceRefusal && (await stands())) return;
    throw error;
  }
}

async function statusOf(errand: Errand, id: DelegationId): Promise<DelegationStatus> {
  const answer = await errand.read(errand.requests.getGdap(id));
  return relationshipIn(answer, errand.records).observation.delegation.status;
}
