import { SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { bytesColumn, doublesColumn, NONE, shortsColumn, wordsColumn } from './columns.ts';
import { idKeyOf, Table } from './table.ts';
import { TextColumn } from './text-column.ts';

/** Subscriptions and seat remainders, a row each. */
export class SubscriptionTable extends Table {
  /** The row of its customer. */
  readonly customer = wordsColumn();
  /** The customer's next one. */
  readonly next = wordsColumn();
  readonly isRemainder = bytesColumn();
  /** By their places among the words for them; the status from 1 on. */
  readonly channel = bytesColumn();
  readonly basis = bytesColumn();
  readonly status = bytesColumn();
  readonly name = wordsColumn();
  readonly service = shortsColumn();
  /** `NaN` while unknown. */
  readonly quantity = doublesColumn();
  /** When it ends; `NaN` while unknown. */
  readonly ends = doublesColumn();
  readonly asOf = doublesColumn();
  readonly asOfForm = wordsColumn();
  readonly transacting = wordsColumn();
  /** Since when its source no longer lists it, in seconds; 0 while it does. */
  readonly gone = wordsColumn();
  /** All partners that have to do with it: a set of labels. */
  readonly partners = wordsColumn();
  /** The policy's answers, action by action. */
  readonly answers = bytesColumn(SUBSCRIPTION_ACTIONS.length);
  /** Ids that are hexadecimal, as Partner Center's are; of the others nothing. */
  readonly id = new TextColumn();
  /** The other ids, such as those of seat remainders. */
  readonly otherId = new TextColumn();

  columns() {
    const { customer, next, isRemainder, channel, basis, status, name, service, quantity, ends, asOf, asOfForm } = this;
    const { transacting, gone, partners, answers, changed, idKey } = this;
    return {
      customer,
      next,
      isRemainder,
      channel,
      basis,
      status,
      name,
      service,
      quantity,
      ends,
      asOf,
      asOfForm,
      transacting,
      gone,
      partners,
      answers,
      changed,
      idKey,
    };
  }

  texts() {
    return { id: this.id, otherId: this.otherId };
  }

  isThere(row: number): boolean {
    return (this.customer.data[row] ?? NONE) !== NONE;
  }

  idOf(row: number): string {
    return this.id.get(row) || this.otherId.get(row);
  }

  putId(row: number, id: string): void {
    this.idKey.data[row] = idKeyOf(id);
    this.id.set(row, isHexadecimal(id) ? id : '');
    this.otherId.set(row, isHexadecimal(id) ? '' : id);
  }
}

/** Whether a text is made of the characters of GUIDs alone. */
export const isHexadecimal = (text: string): boolean => /^[0-9a-f-]+$/.test(text);
