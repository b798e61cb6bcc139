import { documentOf } from '#electron/records/storage.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Random } from '#test/generator/random.ts';
import { aDossier, aSubscription } from '#test/unit/support/dossiers.ts';

/** How many documents tests spread their customers over: few enough that some lie together. */
const SPREAD = 24;

/** So many customers; a seed decides which. Several lie in the same document. */
export function customers(count: number, seed: number): CustomerId[] {
  const random = new Random(seed, 'customers');
  const found: CustomerId[] = [];
  while (found.length < count) {
    const id = CustomerId.parse(random.guid());
    if (Number.parseInt(documentOf(id), 16) < SPREAD) found.push(id);
  }
  return found;
}

/** A customer's dossier in a state that a number tells; the higher, the longer its text. */
export function dossierIn(state: number, id: CustomerId): Dossier {
  const channel = state % 2 === 0 ? 'direct' : 'advisor';
  return aDossier(id, `华盛联创 ${state}`, {
    subscriptions: [aSubscription(subscriptionOf(id), `Office 365 E3 ${'·'.repeat(state % 97)}`, channel)],
    tags: [`state ${state}`],
  });
}

const subscriptionOf = (id: CustomerId): string => `c0ffee00${id.slice(8)}`;

/** How the ledger keeps dossiers. */
export function textOf(dossier: Dossier): string {
  return JSON.stringify(dossier);
}

export const statesOf = (dossiers: readonly Dossier[]): [string, string][] =>
  dossiers.map((dossier) => [dossier.id, textOf(dossier)]);
