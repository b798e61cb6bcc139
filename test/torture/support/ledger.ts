/** What may be found under a subject after a crash: the last acknowledged state, or one that was begun after it. */
export type Legal = ReadonlyMap<string, readonly string[]>;

/** Stands for a subject that is not there. */
export const ABSENT = 'absent';

/**
 * What a test asked for and what it was promised. A subject is a customer's id, or the name of something a workspace
 * has one of; its states are texts. A state that was begun may be found from then on; once it is acknowledged, none
 * before it may.
 */
export class Ledger {
  readonly #states = new Map<string, { possible: string[]; begun: number }>();

  /** One that goes on from what may be found. */
  static from(legal: Legal): Ledger {
    const ledger = new Ledger();
    for (const [subject, possible] of legal) {
      ledger.#states.set(subject, { possible: [...possible], begun: possible.length });
    }
    return ledger;
  }

  /** Begins to bring subjects into new states; the call that it gives acknowledges them. */
  begin(states: Iterable<readonly [subject: string, state: string]>): () => void {
    const steps = [...states].map(([subject, state]) => {
      const known = this.#states.get(subject) ?? { possible: [ABSENT], begun: 0 };
      known.possible.push(state);
      known.begun += 1;
      this.#states.set(subject, known);
      return { known, nth: known.begun };
    });
    return () => {
      for (const { known, nth } of steps) {
        // What was begun after this one may still be on its way.
        const after = known.begun - nth;
        known.possible = known.possible.slice(-1 - after);
      }
    };
  }

  /** What is so when the test begins. */
  given(states: Iterable<readonly [subject: string, state: string]>): void {
    this.begin(states)();
  }

  legal(): Legal {
    return new Map([...this.#states].map(([subject, { possible }]) => [subject, [...possible]]));
  }
}
