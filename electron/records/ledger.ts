import type { z } from 'zod';
import type { Home } from './dossier-documents.ts';
import type { Ledger, Note } from './records.ts';
import type { SingleDocument } from './single-document.ts';

/** Where a ledger lies: a document of its own, laid out, sealed and saved as all are. */
export function ledgerDocument<T>(home: Home, name: string, schema: z.ZodType<T>): SingleDocument<T> {
  return { place: { ...home, name: `ledgers/${name}.json`, format: 'ledger' }, schema };
}

/** Saves a ledger's next value, one save after another. */
type Save<T> = (next: T, note: Note) => Promise<void>;

/** A ledger in memory, as the disk holds it. */
export class KeptLedger<T> implements Ledger<T> {
  #value: T;
  readonly #inTurn: (work: () => Promise<void>) => Promise<void>;
  readonly #save: Save<T>;

  constructor(value: T, inTurn: (work: () => Promise<void>) => Promise<void>, save: Save<T>) {
    this.#value = value;
    this.#inTurn = inTurn;
    this.#save = save;
  }

  get value(): T {
    return this.#value;
  }

  async change(next: (now: T) => T, note: Note = {}): Promise<T> {
    await this.#inTurn(async () => {
      const value = next(this.#value);
      if (value === this.#value) return;
      await this.#save(value, note);
      this.#value = value;
    });
    return this.#value;
  }
}
