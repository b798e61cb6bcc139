import type { CustomerListObservation } from '#electron/sync/observations.ts';
import type { CustomerId } from '#shared/model/ids.ts';

/** Collects whom a list of customers names. A list that does not tell everybody's relationship shows nobody's absence. */
export class CustomerListReader {
  readonly #ids = new Set<CustomerId>();
  #tellsAll = true;

  add(customer: CustomerId, tellsRelationship: boolean): void {
    this.#ids.add(customer);
    this.#tellsAll &&= tellsRelationship;
  }

  /** The list as an observation, for a source that showed it whole. */
  observed(): CustomerListObservation[] {
    return this.#tellsAll ? [{ about: 'list', of: 'customers', ids: this.#ids }] : [];
  }
}
