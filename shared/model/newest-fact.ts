import type { Dossier } from './dossier.ts';
import type { Provenance } from './provenance.ts';

/** The newest of a dossier's facts: what "as of" says of the customer as a whole. */
export function newestFact(dossier: Dossier): Provenance {
  const facts = [
    dossier.domain,
    dossier.relationship,
    dossier.delegatedAccess,
    ...dossier.subscriptions.flatMap(({ provenance, channel }) => [provenance, channel]),
    ...dossier.delegations.map(({ provenance }) => provenance),
    ...dossier.seatCounts.map(({ provenance }) => provenance),
  ];
  return facts.reduce<Provenance>((latest, fact) => (fact && fact.asOf > latest.asOf ? fact : latest), dossier.name);
}
