/** Over how long a rate is taken, and how close together the marks are that it is taken from; milliseconds. */
const SPAN = 30_000;
const APART = 500;

interface Mark {
  readonly at: number;
  readonly done: number;
}

/** How fast something goes on, from where it was at some moments. `now` is in milliseconds throughout. */
export class Rate {
  #marks: Mark[] = [];

  /** Something else begins, of which so much is done already. */
  begin(done: number, now: number): void {
    this.#marks = [{ at: now, done }];
  }

  /** A count that falls begins anew. */
  mark(done: number, now: number): void {
    const [before, last] = this.#marks.slice(-2);
    if (!before || (last ?? before).done > done) {
      this.begin(done, now);
      return;
    }
    if (last && last.at - before.at < APART) this.#marks.pop();
    this.#marks.push({ at: now, done });
    const first = this.#first(now);
    this.#marks = this.#marks.filter(({ at }) => at >= first.at);
  }

  /** A second; 0 while nobody can tell. */
  perSecond(now: number): number {
    const last = this.#marks.at(-1);
    if (!last) return 0;
    const first = this.#first(now);
    return now <= first.at ? 0 : ((last.done - first.done) * 1000) / (now - first.at);
  }

  /** The last mark that is at least the whole span ago; the earliest while there is none. */
  #first(now: number): Mark {
    const before = this.#marks.filter(({ at }) => at <= now - SPAN).at(-1);
    return before ?? this.#marks[0] ?? { at: now, done: 0 };
  }
}
