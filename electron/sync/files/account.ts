import { createHash } from 'node:crypto';
import type { Findings, Told } from '#electron/sync/findings.ts';
import type { CustomerObservation, Observation, Outcome } from '#electron/sync/observations.ts';
import type { ImportReport, Rejection } from '#shared/model/imports.ts';
import type { RowReader } from './kind.ts';
import { RowRejected } from './rejected.ts';

/** What one row says by itself. */
class OneRow implements Told {
  readonly rows = 1;
  readonly #observation: CustomerObservation;

  constructor(observation: CustomerObservation) {
    this.#observation = observation;
  }

  get customer() {
    return this.#observation.customer;
  }

  observe(): CustomerObservation {
    return this.#observation;
  }
}

/** Counts rows as they settle: every row is counted once, as added, updated, unchanged or rejected. */
export class Account {
  readonly #counts: Record<Outcome, number> = { added: 0, updated: 0, unchanged: 0 };
  readonly #rejected: Rejection[] = [];
  #seen = new Map<string, { line: number; says: string }>();
  /** Rows that were read and whose outcome is not known yet. */
  #unsettled = 0;

  /** Hands one row to its reader and what it says to the findings. */
  row<Row>(line: number, row: Row, reader: RowReader<Row>, findings: Findings): void {
    this.attempt(line, () => {
      const observation = reader.read(row);
      if (observation !== null) {
        this.#refuseContradiction(observation, line);
        if (observation.about === 'customer') findings.tell(new OneRow(observation));
        else findings.surroundings.push(observation);
      }
      this.#unsettled++;
    });
  }

  /** Settles rows: the first of those that say something together carries what they did, the others add nothing to it. */
  settle(rows: number, outcome: Outcome): void {
    this.#counts[outcome]++;
    this.#counts.unchanged += rows - 1;
    this.#unsettled -= rows;
  }

  /** All rows are read: what was kept to compare them is let go. */
  endOfRows(): void {
    this.#seen = new Map();
  }

  /** Runs what may reject the row at this line. */
  attempt(line: number, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof RowRejected)) throw error;
      this.#rejected.push(error.at(line));
    }
  }

  get anyRejected(): boolean {
    return this.#rejected.length > 0;
  }

  totals(): Pick<ImportReport, 'rows' | 'added' | 'updated' | 'unchanged' | 'rejected' | 'needs'> {
    if (this.#unsettled !== 0) throw new Error(`${this.#unsettled} rows were read and never settled`);
    const { added, updated, unchanged } = this.#counts;
    const rejected = [...this.#rejected].sort((one, other) => one.line - other.line);
    const keys = new Set(rejected.map(({ key }) => key));
    return {
      rows: added + updated + unchanged + rejected.length,
      added,
      updated,
      unchanged,
      rejected,
      needs: keys.has('needsRelationship') ? 'relationship' : keys.has('needsCustomer') ? 'customer' : null,
    };
  }

  /** Two rows of one file that say different things of the same: the first is taken, the other is told to the person. */
  #refuseContradiction(observation: Observation, line: number): void {
    const key = subjectOf(observation);
    const says = createHash('sha1').update(JSON.stringify(observation)).digest('base64');
    const first = this.#seen.get(key);
    if (first === undefined) this.#seen.set(key, { line, says });
    else if (first.says !== says) throw new RowRejected('contradictsLine', { line: first.line });
  }
}

/** What an observation is about, to the subscription, relationship or SKU. */
function subjectOf(observation: Observation): string {
  switch (observation.about) {
    case 'partner':
      return `partner ${observation.relation} ${observation.tenantId}`;
    case 'group':
      return `group ${observation.id}`;
    case 'reseller-link':
      return 'reseller-link';
    case 'customer': {
      const { customer, subscription, delegation, assignment, seatCount, supportContact } = observation;
      const part =
        subscription?.id ??
        delegation?.id ??
        assignment?.assignment.id ??
        seatCount?.sku ??
        supportContact?.subscription;
      return `customer ${customer} ${part ?? ''}`;
    }
  }
}
