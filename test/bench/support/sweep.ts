import { type Question, Questions, SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { PolicyRequest } from '#shared/model/policy.ts';

export const NOW = new Date('2026-11-22T00:00:00Z');
export const PROFILE = SAMPLE_PROFILE;

const SAMPLES = sampleDossiers(NOW);

/** The sample's dossiers over and over, each time with other ids, from one customer up to another. */
export function dossiersOf(from: number, to: number): Dossier[] {
  return Array.from({ length: to - from }, (_, place) => {
    const nth = from + place;
    const sample = SAMPLES[nth % SAMPLES.length];
    if (!sample) throw new Error('The sample has no customers.');
    const id = CustomerId.parse(`55555555-5555-4555-8555-${String(nth).padStart(12, '0')}`);
    const subscriptions = sample.subscriptions.map((subscription, line) => ({
      ...subscription,
      id: SubscriptionId.parse(`${id}-${line}`),
    }));
    return { ...sample, id, subscriptions };
  });
}

const questions = new Questions(PROFILE, NOW);

/** Everything that `can` asks about these customers and their subscriptions, for our own staff. */
export function requestsOf(dossiers: readonly Dossier[]): PolicyRequest[] {
  const requests: PolicyRequest[] = [];
  const add = ({ request }: Question) => requests.push(request);
  for (const dossier of dossiers) {
    questions.ofCustomer(dossier).forEach(add);
    for (const subscription of dossier.subscriptions) {
      for (const action of SUBSCRIPTION_ACTIONS) add(questions.ofSubscription(dossier, subscription, action));
    }
  }
  return requests;
}

/** How many requests the sample itself makes: after so many they repeat, but for the ids. */
const CYCLE = requestsOf(SAMPLES).length;

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other));

/**
 * Every how many requests to take one, so that of a sweep over `customers` about `wanted` are taken, and every
 * question of every dossier of the sample comes up alike.
 */
export function stepFor(wanted: number, customers: number): number {
  let step = Math.max(1, Math.floor((customers * CYCLE) / SAMPLES.length / wanted));
  while (commonDivisor(step, CYCLE) !== 1) step -= 1;
  return step;
}
