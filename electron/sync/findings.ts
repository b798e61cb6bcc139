import type { DocumentName } from '#electron/records/records.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { CustomerObservation, ListObservation, ListOfCustomer, SurroundingsObservation } from './observations.ts';

/** What one row, or several rows together, say about a customer; made only when it is taken, since there may be many. */
export interface Told {
  readonly customer: CustomerId;
  /** How many rows say it. */
  readonly rows: number;
  observe(): CustomerObservation;
}

/** What was told of the customers of one document, in the order of the source. */
export interface DocumentFindings {
  readonly told: Told[];
  readonly lists: ListOfCustomer[];
}

/**
 * Everything that one source says, before any of it is taken. It is laid out by the documents that the dossiers lie in,
 * so that each document is read and written once, in whatever order the source speaks of the customers.
 */
export class Findings {
  readonly #documentOf: (id: CustomerId) => DocumentName;
  readonly #documents = new Map<DocumentName, DocumentFindings>();
  /** Where a customer's dossier lies: asked once for the rows of one customer that stand together. */
  #last: { readonly customer: CustomerId; readonly document: DocumentFindings } | undefined;
  readonly surroundings: SurroundingsObservation[] = [];
  /** Whom a list of all customers named; `null` where the source showed none whole. */
  customers: ReadonlySet<CustomerId> | null = null;

  constructor(documentOf: (id: CustomerId) => DocumentName) {
    this.#documentOf = documentOf;
  }

  tell(told: Told): void {
    this.#of(told.customer).told.push(told);
  }

  tellList(list: ListObservation): void {
    if (list.of === 'customers') this.customers = list.ids;
    else this.#of(list.customer).lists.push(list);
  }

  /** The documents concerned, in the order of their names. */
  documents(): DocumentName[] {
    return [...this.#documents.keys()].sort();
  }

  /** Hands out what was told of a document's customers, and lets go of it. */
  release(name: DocumentName): DocumentFindings {
    const document = this.#documents.get(name);
    this.#documents.delete(name);
    this.#last = undefined;
    return document ?? { told: [], lists: [] };
  }

  #of(customer: CustomerId): DocumentFindings {
    if (this.#last?.customer === customer) return this.#last.document;
    const name = this.#documentOf(customer);
    let document = this.#documents.get(name);
    if (document === undefined) {
      document = { told: [], lists: [] };
      this.#documents.set(name, document);
    }
    this.#last = { customer, document };
    return document;
  }
}
