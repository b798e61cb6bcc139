import type { z } from 'zod';
import type { Ledger, Records } from '#electron/records/records.ts';

/** The process was killed. Nothing catches it in earnest: whatever is tried after it fails as well. */
export class Killed extends Error {}

/** Kills at the n-th thing that leaves a trace, before it is done or after; each request is two: asked, and answered. */
export class Fate {
  #left: number;
  readonly #after: boolean;
  dead = false;

  constructor(nth: number, after: boolean) {
    this.#left = nth;
    this.#after = after;
  }

  async live<T>(act: () => T | Promise<T>): Promise<T> {
    this.#breathe();
    this.#left -= 1;
    const due = this.#left === 0;
    if (due && !this.#after) this.#die();
    const done = await act();
    if (due) this.#die();
    this.#breathe();
    return done;
  }

  #breathe(): void {
    if (this.dead) throw new Killed();
  }

  #die(): never {
    this.dead = true;
    throw new Killed();
  }
}

/** Records whose writing may be the last thing that a process does. */
export function mortalRecords(records: Records, fate: Fate): Records {
  return new Proxy(records, {
    get(target, name) {
      if (name === 'save') return (...given: Parameters<Records['save']>) => fate.live(() => target.save(...given));
      if (name === 'saveSurroundings') {
        return (...given: Parameters<Records['saveSurroundings']>) =>
          fate.live(() => target.saveSurroundings(...given));
      }
      if (name === 'ledger') {
        return async <T>(key: string, schema: z.ZodType<T>, empty: T): Promise<Ledger<T>> => {
          const ledger = await target.ledger(key, schema, empty);
          return {
            get value() {
              return ledger.value;
            },
            change: (next, note) => fate.live(() => ledger.change(next, note)),
          };
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
