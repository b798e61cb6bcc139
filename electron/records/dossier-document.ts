import { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { misfitOf } from '#shared/model/misfit.ts';
import { Damaged } from './document.ts';
import { parseJson } from './document-layout.ts';
import type { DossierLines } from './dossier-lines.ts';
import type { DocumentName } from './records.ts';
import { documentOf } from './storage.ts';

/**
 * The dossiers of one document. Each is read when it is first asked for, since reading a whole document would keep
 * whoever waits for one dossier waiting for a hundred. What does not fit throws `Damaged`.
 */
export class DossierDocument {
  readonly name: DocumentName;
  /** How long it is on the disk. */
  readonly bytes: number;
  readonly #lines: DossierLines;
  readonly #read = new Map<string, Dossier>();

  private constructor(name: DocumentName, bytes: number, lines: DossierLines) {
    this.name = name;
    this.bytes = bytes;
    this.#lines = lines;
  }

  static empty(name: DocumentName): DossierDocument {
    return new DossierDocument(name, 0, new Map());
  }

  /** Out of what the disk holds; a dossier that belongs elsewhere is damage. */
  static from(name: DocumentName, lines: DossierLines, bytes: number): DossierDocument {
    for (const id of lines.keys()) {
      if (documentOf(id) !== name) throw new Damaged('shape', `dossiers.${id}`);
    }
    return new DossierDocument(name, bytes, lines);
  }

  dossier(id: CustomerId): Dossier | undefined {
    return this.#dossierOf(id);
  }

  /** All of them, in the order of their ids. */
  all(): Dossier[] {
    return [...this.#lines.keys()].sort().flatMap((id) => this.#dossierOf(id) ?? []);
  }

  /** The same document with these dossiers in it, or in the place of their like. */
  with(dossiers: readonly Dossier[]): DossierDocument {
    const lines = new Map(this.#lines);
    for (const dossier of dossiers) lines.set(dossier.id, Buffer.from(JSON.stringify(dossier)));
    return new DossierDocument(this.name, this.bytes, lines);
  }

  /** The same, as long as it has become. */
  sized(bytes: number): DossierDocument {
    return new DossierDocument(this.name, bytes, this.#lines);
  }

  /** What the disk shall hold: the same dossiers always give the same bytes. */
  data(): DossierLines {
    return this.#lines;
  }

  #dossierOf(id: string): Dossier | undefined {
    const known = this.#read.get(id);
    const line = known ? undefined : this.#lines.get(id);
    return line ? this.#check(id, line) : known;
  }

  #check(id: string, line: Uint8Array): Dossier {
    const value = parseJson(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8'));
    const read = Dossier.safeParse(value);
    if (!read.success) throw new Damaged('shape', `dossiers.${id}.${misfitOf(read.error, value).path}`);
    if (read.data.id !== id) throw new Damaged('shape', `dossiers.${id}.id`);
    this.#read.set(id, read.data);
    return read.data;
  }
}
