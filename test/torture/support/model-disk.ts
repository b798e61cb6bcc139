import { basename, dirname } from 'node:path';
import type { Disk, DiskFile } from '#electron/records/disk.ts';
import type { Random } from '#test/generator/random.ts';
import { diskError } from './disk-error.ts';

/** What a file holds for whoever reads it now, and what of it is on the platter for certain. Names may share it. */
export interface Content {
  live: Buffer;
  synced: Buffer;
}

/** A change of a folder that no flush has made certain yet: names that went, and one that came. */
export interface FolderChange {
  readonly gone?: string;
  readonly name?: string;
  readonly content?: Content;
  /** The file whose name went, where it went to another folder. */
  readonly moved?: Content;
}

interface Folder {
  readonly live: Map<string, Content>;
  readonly certain: Map<string, Content>;
  readonly pending: FolderChange[];
}

/** The disk right after one of its changes: what was certain then, and what was on its way. */
export interface Snapshot<M> {
  /** The change, such as `rename dossiers/1a3.json`. */
  readonly after: string;
  readonly folders: ReadonlyMap<string, FolderSnapshot>;
  readonly contents: ReadonlyMap<Content, Readonly<Content>>;
  /** The bytes that this very change added, which a process that is killed may have written in part. */
  readonly written: { readonly content: Content; readonly from: number } | null;
  /** What the test knew at that moment. */
  readonly mark: M;
}

export interface FolderSnapshot {
  readonly certain: ReadonlyMap<string, Content>;
  readonly pending: readonly FolderChange[];
}

/** The files of a disk after a crash, by folder: what a machine finds when it starts again. */
export type Image = ReadonlyMap<string, ReadonlyMap<string, Buffer>>;

interface Watching<M> {
  /** Called before each change is kept in `history`. */
  readonly mark: () => M;
  /** Makes operations that run side by side take turns in random order. */
  readonly random: Random | null;
}

/**
 * A disk in memory that knows what a power cut may cost: bytes that were not flushed, and names that were created,
 * moved or removed in a folder that was not flushed. After every change it keeps a snapshot of itself.
 */
export class ModelDisk<M = null> implements Disk {
  readonly history: Snapshot<M>[] = [];
  readonly #folders = new Map<string, Folder>();
  readonly #watching: Watching<M>;

  private constructor(watching: Watching<M>) {
    this.#watching = watching;
  }

  /** A disk on which all of this is certain. */
  static of<M>(image: Image, watching: Watching<M>): ModelDisk<M> {
    const disk = new ModelDisk(watching);
    for (const [path, files] of image) {
      const entries = [...files].map(([name, bytes]): [string, Content] => [name, { live: bytes, synced: bytes }]);
      disk.#folders.set(path, { live: new Map(entries), certain: new Map(entries), pending: [] });
    }
    return disk;
  }

  /** The disk as a process that was killed left it: nothing is lost yet, but what was on its way still is. */
  static after<M>({ contents, folders }: Snapshot<unknown>, watching: Watching<M>): ModelDisk<M> {
    const disk = new ModelDisk(watching);
    const copies = new Map([...contents].map(([content, state]) => [content, { ...state }]));
    const copyOf = (content: Content): Content => copies.get(content) ?? content;
    for (const [path, { certain, pending }] of folders) {
      const changes = pending.map(({ content, moved, ...change }) => ({
        ...change,
        ...(content ? { content: copyOf(content) } : {}),
        ...(moved ? { moved: copyOf(moved) } : {}),
      }));
      const before = new Map([...certain].map(([name, content]) => [name, copyOf(content)]));
      disk.#folders.set(path, { certain: before, live: applied(before, changes), pending: changes });
    }
    return disk;
  }

  /** Every file as whoever reads the disk now finds it. */
  image(): Image {
    return new Map(
      [...this.#folders].map(([path, { live }]) => [
        path,
        new Map([...live].map(([name, content]) => [name, content.live])),
      ]),
    );
  }

  async read(path: string): Promise<Buffer> {
    await this.#turns();
    return this.readSync(path);
  }

  readSync(path: string): Buffer {
    if (this.#folders.has(path)) throw diskError('EISDIR', path);
    return Buffer.from(this.#content(path).live);
  }

  readHeadSync(path: string, length: number): Buffer {
    return this.readSync(path).subarray(0, length);
  }

  async readFrom(path: string, offset: number, length = Number.POSITIVE_INFINITY): Promise<Buffer> {
    return (await this.read(path)).subarray(offset, offset + length);
  }

  async size(path: string): Promise<number> {
    return (await this.read(path)).length;
  }

  async list(folder: string): Promise<string[]> {
    await this.#turns();
    const inside = [...this.#folders.keys()].filter((path) => dirname(path) === folder && path !== folder);
    return [...this.#folder(folder).live.keys(), ...inside.map((path) => basename(path))];
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#turns();
    if (this.#folders.has(folder)) return;
    if (dirname(folder) !== folder) await this.makeFolder(dirname(folder));
    this.#folders.set(folder, { live: new Map(), certain: new Map(), pending: [] });
    this.#changed(`make folder ${folder}`);
  }

  async create(path: string): Promise<DiskFile> {
    await this.#turns();
    if (this.#folder(dirname(path)).live.has(basename(path))) throw diskError('EEXIST', path);
    return this.#file(path, this.#newFile(path));
  }

  async append(path: string): Promise<DiskFile> {
    await this.#turns();
    return this.#file(path, this.#folder(dirname(path)).live.get(basename(path)) ?? this.#newFile(path));
  }

  async truncate(path: string, length: number): Promise<void> {
    await this.#turns();
    const content = this.#content(path);
    content.live = content.live.subarray(0, length);
    this.#changed(`truncate ${path}`);
  }

  async link(from: string, to: string): Promise<void> {
    await this.#turns();
    const content = this.#content(from);
    if (this.#folder(dirname(to)).live.has(basename(to))) throw diskError('EEXIST', to);
    this.#change(dirname(to), { name: basename(to), content });
    this.#changed(`link ${to}`);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#turns();
    const content = this.#content(from);
    if (dirname(from) === dirname(to)) {
      this.#change(dirname(to), { gone: basename(from), name: basename(to), content });
    } else {
      // Each folder is flushed by itself: the file may be found under either name or both, but under none it is not.
      this.#change(dirname(to), { name: basename(to), content });
      this.#change(dirname(from), { gone: basename(from), moved: content });
    }
    this.#changed(`rename ${to}`);
  }

  async remove(path: string): Promise<void> {
    await this.#turns();
    if (!this.#folders.get(dirname(path))?.live.has(basename(path))) return;
    this.#change(dirname(path), { gone: basename(path) });
    this.#changed(`remove ${path}`);
  }

  async syncFolder(folder: string): Promise<void> {
    await this.#turns();
    const { certain, live, pending } = this.#folder(folder);
    certain.clear();
    for (const [name, content] of live) certain.set(name, content);
    pending.length = 0;
    this.#changed(`sync folder ${folder}`);
  }

  #file(path: string, content: Content): DiskFile {
    return {
      write: async (bytes) => {
        await this.#turns();
        const from = content.live.length;
        content.live = Buffer.concat([content.live, bytes]);
        this.#changed(`write ${path}`, { content, from });
      },
      sync: async () => {
        await this.#turns();
        content.synced = content.live;
        this.#changed(`sync ${path}`);
      },
      close: () => this.#turns(),
    };
  }

  #newFile(path: string): Content {
    const content = { live: Buffer.alloc(0), synced: Buffer.alloc(0) };
    this.#change(dirname(path), { name: basename(path), content });
    this.#changed(`create ${path}`);
    return content;
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path);
    if (!folder) throw diskError('ENOENT', path);
    return folder;
  }

  #content(path: string): Content {
    const content = this.#folder(dirname(path)).live.get(basename(path));
    if (!content) throw diskError('ENOENT', path);
    return content;
  }

  #change(path: string, change: FolderChange): void {
    const { live, pending } = this.#folder(path);
    applyTo(live, change);
    pending.push(change);
  }

  /** Keeps a snapshot although nothing changed: of the moment when the last promise was given. */
  rest(): void {
    this.#changed('its end');
  }

  #changed(after: string, written: Snapshot<M>['written'] = null): void {
    const folders = [...this.#folders].map(([path, { certain, pending }]): [string, FolderSnapshot] => [
      path,
      { certain: new Map(certain), pending: [...pending] },
    ]);
    const contents = new Map<Content, Content>();
    for (const [, { certain, pending }] of folders) {
      for (const content of [...certain.values(), ...pending.flatMap((change) => change.content ?? [])]) {
        contents.set(content, { ...content });
      }
    }
    this.history.push({ after, folders: new Map(folders), contents, written, mark: this.#watching.mark() });
  }

  async #turns(): Promise<void> {
    const { random } = this.#watching;
    for (let turns = random ? random.integer(1, 4) : 1; turns > 0; turns -= 1) await undefined;
  }
}

/** A folder with changes made to it. */
export function applied(certain: ReadonlyMap<string, Content>, changes: Iterable<FolderChange>): Map<string, Content> {
  const names = new Map(certain);
  for (const change of changes) applyTo(names, change);
  return names;
}

function applyTo(names: Map<string, Content>, { content, gone, name }: FolderChange): void {
  if (gone !== undefined) names.delete(gone);
  if (name !== undefined && content) names.set(name, content);
}
