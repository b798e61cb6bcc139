import { z } from 'zod';
import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import { parseJson } from '#electron/records/document-layout.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import type { PullContext } from '#electron/sync/source.ts';
import type { Cloud } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncStep } from '#shared/model/sync.ts';
import { NotOffered } from './not-offered.ts';
import { Reading } from './reading.ts';
import { asProblem, isContinuationOver } from './refused.ts';
import { scopeOf } from './scope.ts';
import type { Step, StepPage } from './steps.ts';

/** How many pages are recorded together: each touches most documents of the records, and is quickly asked for again. */
const PAGES = 20;

/** Where a page of a list is. */
const PageRequest = z.object({ url: z.string(), headers: z.record(z.string(), z.string()).default({}) });
export type PageRequest = z.infer<typeof PageRequest>;

/** The page to go on with, and how many items came before it. */
const Place = z.object({ next: PageRequest, done: z.number().int().nonnegative() });

/** What a page says of its list. */
export interface PageLinks {
  readonly next: PageRequest | null;
  /** How many items the whole list has, where the service tells. */
  readonly of: number | null;
}

/** A list that is read page by page. */
export interface Listing {
  readonly step: SyncStep;
  readonly kind: BodyKind;
  /** Whether a cloud may not have it at all; then whoever refuses its first page has none. */
  readonly isUnsure?: ((cloud: Cloud) => boolean) | undefined;
  first(base: string): PageRequest;
  /** Reads the links of a page; `null` where they are of another shape than documented. */
  links(body: unknown, base: string): PageLinks | null;
}

/**
 * A step that reads a list to its end. A service forgets lists that were begun; then this one begins anew, once. No page
 * says how it refuses one that was begun long ago: whatever it answers to the first request of a pull that goes on is taken
 * for that. One that names fewer items than it counts is not whole: that is put down as unreadable, so that nothing is taken
 * to be gone.
 */
export function listingStep(listing: Listing): Step {
  const { step } = listing;
  return {
    step,
    async *run(from, context) {
      const first = listing.first(context.base);
      const saved = placeIn(from, context.base);
      const reader = new ListReader(listing, context, saved ?? { next: first, done: 0 });
      for (let tries = 1; ; tries += 1) {
        try {
          yield* reader.pages(tries > 1);
          return;
        } catch (error) {
          if (reader.at.url === first.url && listing.isUnsure?.(context.records.profile.cloud)) orNotOffered(error);
          const isForgotten = isContinuationOver(error) || (reader.at === saved?.next && isAnswer(error));
          if (tries > 1 || reader.at.url === first.url || !isForgotten) throw asProblem(error);
          reader.begin(first);
        }
      }
    },
  };
}

/** Whether the service was reached and would not, or could not, show what it was asked for. */
function isAnswer(error: unknown): boolean {
  if (error instanceof ServiceRefusal) return true;
  return error instanceof ProblemError && ['networkServiceDown', 'networkTokenRefused'].includes(error.problem.key);
}

/** Throws that a service has nothing of the kind where it says so: it knows no such address, or nobody may ask for it. */
function orNotOffered(error: unknown): void {
  if (error instanceof ServiceRefusal && [403, 404].includes(error.answer.status)) throw new NotOffered(error.answer);
}

/** One that leads elsewhere is from before the service's address was changed. */
function placeIn(from: string | null, base: string) {
  const place = from === null ? undefined : Place.safeParse(parseJson(from)).data;
  return place && new URL(place.next.url).origin === new URL(base).origin ? place : undefined;
}

class ListReader {
  readonly #listing: Listing;
  readonly #context: PullContext;
  #next: PageRequest | null;
  #done: number;
  #of: number | null = null;
  /** The page that was asked for last. */
  at: PageRequest;

  constructor(listing: Listing, context: PullContext, { done, next }: z.infer<typeof Place>) {
    this.#listing = listing;
    this.#context = context;
    this.#next = next;
    this.#done = done;
    this.at = next;
  }

  begin(first: PageRequest): void {
    this.#next = first;
    this.#done = 0;
    this.#of = null;
  }

  async *pages(anew: boolean): AsyncGenerator<StepPage> {
    this.#tell();
    for (let nth = 0; this.#next !== null; nth += 1) {
      const reading = new Reading(this.#listing.step);
      for (let page = 0; page < PAGES && this.#next !== null; page += 1) {
        await this.#page(this.#next, reading);
        this.#tell();
      }
      const isOver = this.#next === null;
      if (isOver) this.#checkWhole(reading);
      const at = isOver ? null : JSON.stringify({ next: this.#next, done: this.#done });
      yield { reading, at, done: this.#done, of: isOver ? this.#done : this.#of, anew: anew && nth === 0 };
    }
  }

  async #page(request: PageRequest, reading: Reading): Promise<void> {
    const { base, send } = this.#context;
    const { kind, links, step } = this.#listing;
    this.at = request;
    const answer = await send({ method: 'GET', ...request });
    reading.answered(answer);
    this.#done += reading.read(kind, answer.body, scopeOf(this.#context)).items;
    const page = links(answer.body, base);
    if (page === null) throw new ProblemError('unavailable', 'syncUnknownLinks', { step });
    // Whoever leads back to the same page would be asked for ever.
    if (page.next && JSON.stringify(page.next) === JSON.stringify(request)) {
      throw new ProblemError('unavailable', 'syncUnknownLinks', { step });
    }
    this.#next = page.next;
    this.#of = page.of === null ? this.#of : Math.max(page.of, this.#done);
  }

  #checkWhole(reading: Reading): void {
    const of = this.#of;
    if (of === null || of <= this.#done) return;
    const { step } = this.#listing;
    reading.refuse({ id: step, customer: null, key: 'listNotWhole', values: { named: this.#done, counted: of } });
  }

  #tell(): void {
    this.#context.progress(this.#listing.step, this.#done, this.#of);
  }
}
