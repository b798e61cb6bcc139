import { z } from 'zod';
import type { WireAnswer } from '#electron/network/wire.ts';
import type { BodyKind, FileScope } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';
import type { ListObservation, Observation } from '#electron/sync/observations.ts';
import type { Page } from '#electron/sync/source.ts';
import type { CustomerId, Instant } from '#shared/model/ids.ts';
import type { SyncStep, Unreadable } from '#shared/model/sync.ts';
import { DOCUMENTED } from './documented.ts';
import { UnknownShape } from './unknown-shape.ts';

const Body = z.record(z.string(), z.unknown());
const Named = z.object({ id: z.string().min(1) });

/** What was read of one body. */
interface Read {
  readonly observations: readonly Observation[];
  /** How many items it has, those that can't be read among them. */
  readonly items: number;
  /** Whether every item could be read. */
  readonly isWhole: boolean;
}

export interface Gathered extends Pick<Page, 'observations' | 'lists' | 'unreadable' | 'unknownFields' | 'needed'> {
  /** When the first of the answers came, if any did. */
  readonly asOf: Instant | undefined;
}

/** Gathers what answers say, for one page. */
export class Reading {
  readonly observations: Observation[] = [];
  readonly lists: ListObservation[] = [];
  readonly unreadable: Unreadable[] = [];
  readonly unknownFields = new Map<string, number>();
  readonly #step: SyncStep;
  readonly #parts: Reading[] = [];
  #asOf: Instant | undefined;
  /** How many answers were needed for it. */
  needed = 0;

  constructor(step: SyncStep) {
    this.#step = step;
  }

  /** A part whose place among the others is the one it is made at, whenever its answers come. */
  part(): Reading {
    const part = new Reading(this.#step);
    this.#parts.push(part);
    return part;
  }

  /** What was read, parts and all. */
  gathered(): Gathered {
    const all = [this, ...this.#parts.map((part) => part.gathered())];
    const unknownFields = new Map<string, number>();
    for (const [field, count] of all.flatMap((one) => [...one.unknownFields])) {
      unknownFields.set(field, (unknownFields.get(field) ?? 0) + count);
    }
    return {
      observations: all.flatMap(({ observations }) => observations),
      lists: all.flatMap(({ lists }) => lists),
      unreadable: all.flatMap(({ unreadable }) => unreadable),
      unknownFields,
      needed: all.reduce((sum, { needed }) => sum + needed, 0),
      asOf: all.flatMap(({ asOf }) => asOf ?? []).sort()[0],
    };
  }

  /** When the first answer came, but for those of parts. */
  get asOf(): Instant | undefined {
    return this.#asOf;
  }

  answered({ at }: WireAnswer): void {
    this.needed += 1;
    if (this.#asOf === undefined || at < this.#asOf) this.#asOf = at;
  }

  /**
   * Reads a body by its kind; gives what was read of it, and whether all of it could be. An item that can't be read is
   * put down with its id and stops nothing; a body of another shape is a problem.
   */
  read(kind: BodyKind, value: unknown, scope: FileScope): Read {
    const body = Body.safeParse(value);
    const items = !body.success ? undefined : kind.list === null ? [body.data] : body.data[kind.list];
    if (!body.success || !Array.isArray(items)) throw new UnknownShape(this.#step, kind.list ?? 'none');
    const reader = kind.open(scope, body.data);
    const observations: Observation[] = [];
    const unreadableBefore = this.unreadable.length;
    for (const [nth, item] of items.entries()) {
      this.#countUnknown(kind, item);
      try {
        const seen = reader.read(item);
        if (seen) observations.push(seen);
      } catch (error) {
        if (!(error instanceof RowRejected)) throw error;
        const id = Named.safeParse(item).data?.id ?? `${kind.list ?? ''}[${nth}]`;
        this.refuse({ id, customer: scope.customer ?? null, key: error.key, values: error.values });
      }
    }
    const isWhole = this.unreadable.length === unreadableBefore;
    if (isWhole) this.lists.push(...listsOf(reader.lists?.() ?? []));
    this.observations.push(...observations);
    return { observations, items: items.length, isWhole };
  }

  refuse(one: Omit<Unreadable, 'step'> & { readonly customer: CustomerId | null }): void {
    this.unreadable.push({ step: this.#step, ...one });
  }

  #countUnknown(kind: BodyKind, item: unknown): void {
    const documented = DOCUMENTED[kind.kind];
    const fields = Body.safeParse(item).data;
    if (!documented || !fields) return;
    for (const field of Object.keys(fields)) {
      if (documented.has(field)) continue;
      this.unknownFields.set(field, (this.unknownFields.get(field) ?? 0) + 1);
    }
  }
}

/** A page tells nothing of who is in no page; whoever has seen all of them does. */
function* listsOf(lists: Iterable<ListObservation>): Generator<ListObservation> {
  for (const list of lists) if (list.of === 'seat-counts' || list.of === 'assignments') yield list;
}
