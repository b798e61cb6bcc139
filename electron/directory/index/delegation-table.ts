import { bytesColumn, doublesColumn, NONE, shortsColumn, wordsColumn } from './columns.ts';
import { Table } from './table.ts';
import { TextColumn } from './text-column.ts';

/** Delegations of all customers, a row each. */
export class DelegationTable extends Table {
  /** The row of its customer. */
  readonly customer = wordsColumn();
  /** The customer's next one. */
  readonly next = wordsColumn();
  readonly isGdap = bytesColumn();
  readonly status = bytesColumn();
  readonly partner = wordsColumn();
  readonly service = shortsColumn();
  /** 0 unknown, 1 no, 2 yes. */
  readonly autoExtend = bytesColumn();
  /** `NaN` while unknown. */
  readonly ends = doublesColumn();
  readonly endsForm = wordsColumn();
  readonly hasName = bytesColumn();
  readonly id = new TextColumn();
  /** The name, then, on a line of its own, as searches compare it where that is not the same. */
  readonly name = new TextColumn();

  columns() {
    const { customer, next, isGdap, status, partner, service, autoExtend, ends, endsForm, hasName } = this;
    const { changed, idKey } = this;
    return { customer, next, isGdap, status, partner, service, autoExtend, ends, endsForm, hasName, changed, idKey };
  }

  texts() {
    return { id: this.id, name: this.name };
  }

  isThere(row: number): boolean {
    return (this.customer.data[row] ?? NONE) !== NONE;
  }

  idOf(row: number): string {
    return this.id.get(row);
  }

  nameOf(row: number): string | null {
    return this.hasName.data[row] ? (this.name.get(row).split('\n', 1)[0] ?? '') : null;
  }

  extendsItself(row: number): boolean | null {
    const kept = this.autoExtend.data[row] ?? 0;
    return kept === 0 ? null : kept === 2;
  }
}
