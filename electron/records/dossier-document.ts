import { z } from 'zod';
import { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { misfitOf } from '#shared/model/misfit.ts';
import { Damaged } from './document.ts';
import type { DocumentName } from './records.ts';
import { documentOf } from './storage.ts';

/** A document of dossiers, each unchecked as yet. */
export const Dossiers = z.object({ dossiers: z.record(z.string(), z.unknown()) });
export type Dossiers = z.infer<typeof Dossiers>;

/**
 * The dossiers of one document. Each is checked when it is first asked for, since checking a whole document would keep
 * whoever waits for one dossier waiting for a hundred. What does not fit throws `Damaged`.
 */
export class DossierDocument {
  readonly name: DocumentName;
  /** How long it is on the disk. */
  readonly bytes: number;
  readonly #unchecked: Map<string, unknown>;
  readonly #checked: Map<string, Dossier>;

  private constructor(
    name: DocumentName,
    bytes: number,
    unchecked: Map<string, unknown>,
    checked: Map<string, Dossier>,
  ) {
    this.name = name;
    this.bytes = bytes;
    this.#unchecked = unchecked;
    this.#checked = checked;
  }

  static empty(name: DocumentName): DossierDocument {
    return new DossierDocument(name, 0, new Map(), new Map());
  }

  /** Out of what the disk holds; a dossier that belongs elsewhere is damage. */
  static from(name: DocumentName, { dossiers }: Dossiers, bytes: number): DossierDocument {
    const unchecked = new Map(Object.entries(dossiers));
    for (const id of unchecked.keys()) {
      if (documentOf(id) !== name) throw new Damaged('shape', `dossiers.${id}`);
    }
    return new DossierDocument(name, bytes, unchecked, new Map());
  }

  get size(): number {
    return this.#unchecked.size + this.#checked.size;
  }

  dossier(id: CustomerId): Dossier | undefined {
    return this.#checked.get(id) ?? (this.#unchecked.has(id) ? this.#check(id) : undefined);
  }

  /** All of them, in the order of their ids. */
  all(): Dossier[] {
    for (const id of [...this.#unchecked.keys()]) this.#check(id);
    return [...this.#checked.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The same document with these dossiers in it, or in the place of their like. */
  with(dossiers: readonly Dossier[]): DossierDocument {
    const unchecked = new Map(this.#unchecked);
    const checked = new Map(this.#checked);
    for (const dossier of dossiers) {
      unchecked.delete(dossier.id);
      checked.set(dossier.id, dossier);
    }
    return new DossierDocument(this.name, this.bytes, unchecked, checked);
  }

  /** The same, as long as it has become. */
  sized(bytes: number): DossierDocument {
    return new DossierDocument(this.name, bytes, this.#unchecked, this.#checked);
  }

  /** What the disk shall hold: the same dossiers always give the same bytes. */
  data(): Dossiers {
    const members = [...this.#unchecked, ...this.#checked];
    return { dossiers: Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1))) };
  }

  #check(id: string): Dossier {
    const value = this.#unchecked.get(id);
    const read = Dossier.safeParse(value);
    if (!read.success) throw new Damaged('shape', `dossiers.${id}.${misfitOf(read.error, value).path}`);
    if (read.data.id !== id) throw new Damaged('shape', `dossiers.${id}.id`);
    this.#unchecked.delete(id);
    this.#checked.set(id, read.data);
    return read.data;
  }
}
