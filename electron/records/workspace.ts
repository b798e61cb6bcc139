import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { Dossier, Surroundings } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { DocumentAdapter } from './document.ts';
import { codeOf } from './durable-file.ts';
import type { Records } from './records.ts';

const WorkspaceDocument = z.object({ profile: PartnerProfile, sample: z.boolean(), surroundings: Surroundings });
type WorkspaceDocument = z.infer<typeof WorkspaceDocument>;

const Shard = z.object({ dossiers: z.record(z.string(), Dossier) });
type Shard = z.infer<typeof Shard>;

const isShard = (file: string): boolean => /^[0-9a-f]{2}\.json$/.test(file);

/** What a crash in the middle of a write leaves behind. */
const isLeftover = (file: string): boolean => /\.[0-9a-f]{12}\.tmp$/.test(file);

/** Dossiers spread over 256 small documents, so that a save is quick. */
const shardOf = (id: CustomerId): string => createHash('sha256').update(id).digest('hex').slice(0, 2);

/** Customers in the order in which they are stored: saving neighbours together writes few documents. */
export function inStorageOrder(customers: readonly CustomerId[]): CustomerId[] {
  return customers
    .map((id) => ({ id, shard: shardOf(id) }))
    .sort((one, other) => (one.shard < other.shard ? -1 : Number(one.shard > other.shard)))
    .map(({ id }) => id);
}

const workspaceFile = (folder: string): string => join(folder, 'workspace.json');
const dossierFolder = (folder: string): string => join(folder, 'dossiers');

const NOTHING_AROUND: Surroundings = {
  partners: [],
  groups: [],
  resellerLink: null,
  customerLists: [],
  receivedLinks: [],
  handOvers: [],
  partnerKeys: [],
  templates: [],
};

/** Makes a workspace in a folder that holds none. The folder may be missing; other files in it are left alone. */
export async function createWorkspace(folder: string, profile: PartnerProfile, sample = false): Promise<void> {
  if (await openRecords(folder)) throw new ProblemError('refused', 'workspaceExists', { folder });
  await mkdir(dossierFolder(folder), { recursive: true, mode: 0o700 });
  await workspaceDocument(folder).write({ profile, sample, surroundings: NOTHING_AROUND });
}

/** The records of the workspace in a folder, or undefined when it holds none. A damaged document is a `damaged` problem. */
export async function openRecords(folder: string): Promise<Records | undefined> {
  const document = await workspaceDocument(folder).read();
  const dossiers = await filesIn(dossierFolder(folder));
  if (!document) {
    // Dossiers without their workspace must not fall to the next profile that comes along.
    if (dossiers?.some(isShard)) throw incomplete(folder, 'workspace.json');
    return undefined;
  }
  if (!dossiers) throw incomplete(folder, 'dossiers');
  const workspace = new Low<WorkspaceDocument>(workspaceDocument(folder), document);
  workspace.data = document;
  const shards = await openShards(folder, dossiers.filter(isShard));
  return new WorkspaceRecords(folder, workspace, shards);
}

/** Removes what crashes left behind. Only the workspace's one writer may do so. */
export async function sweepLeftovers(folder: string): Promise<void> {
  for (const place of [folder, dossierFolder(folder)]) {
    for (const file of ((await filesIn(place)) ?? []).filter(isLeftover)) await rm(join(place, file), { force: true });
  }
}

function workspaceDocument(folder: string): DocumentAdapter<WorkspaceDocument> {
  return new DocumentAdapter(workspaceFile(folder), 'workspace', WorkspaceDocument);
}

function shardDocument(folder: string, name: string): Low<Shard> {
  return new Low<Shard>(new DocumentAdapter(join(dossierFolder(folder), `${name}.json`), 'dossiers', Shard), {
    dossiers: {},
  });
}

function incomplete(folder: string, missing: string): ProblemError {
  return new ProblemError('damaged', 'workspaceIncomplete', { folder, missing });
}

async function openShards(folder: string, files: readonly string[]): Promise<Map<string, Low<Shard>>> {
  const shards = new Map<string, Low<Shard>>();
  for (const file of files) {
    const name = file.slice(0, 2);
    const shard = shardDocument(folder, name);
    await shard.read();
    shards.set(name, shard);
  }
  return shards;
}

/** The names in a folder; undefined when there is no such folder. */
async function filesIn(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new ProblemError('damaged', 'workspaceUnusable', { folder, reason: codeOf(error) ?? String(error) });
  }
}

class WorkspaceRecords implements Records {
  readonly folder: string;
  readonly #workspace: Low<WorkspaceDocument>;
  readonly #shards: Map<string, Low<Shard>>;
  readonly #dossiers = new Map<CustomerId, Dossier>();
  /** Saves run one after another: two at once on the same shard could lose one. */
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(folder: string, workspace: Low<WorkspaceDocument>, shards: Map<string, Low<Shard>>) {
    this.folder = folder;
    this.#workspace = workspace;
    this.#shards = shards;
    for (const shard of shards.values()) {
      for (const dossier of Object.values(shard.data.dossiers)) this.#dossiers.set(dossier.id, dossier);
    }
  }

  get profile(): PartnerProfile {
    return this.#workspace.data.profile;
  }

  get sample(): boolean {
    return this.#workspace.data.sample;
  }

  surroundings(): Surroundings {
    return this.#workspace.data.surroundings;
  }

  saveSurroundings(surroundings: Surroundings): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#workspace.data;
      this.#workspace.data = { ...before, surroundings };
      await this.#workspace.write().catch((error: unknown) => {
        this.#workspace.data = before;
        throw error;
      });
    });
  }

  dossier(id: CustomerId): Dossier | undefined {
    return this.#dossiers.get(id);
  }

  dossiers(): Iterable<Dossier> {
    return this.#dossiers.values();
  }

  save(dossiers: readonly Dossier[]): Promise<void> {
    return this.#inTurn(async () => {
      const byShard = new Map<string, Dossier[]>();
      for (const dossier of dossiers) {
        const name = shardOf(dossier.id);
        byShard.set(name, [...(byShard.get(name) ?? []), dossier]);
      }
      for (const [name, members] of byShard) await this.#saveShard(name, members);
    });
  }

  /** Waits for what is being saved; what comes later is refused, since somebody else may hold the workspace by then. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue;
  }

  /** What readers see changes only after the disk has it. */
  async #saveShard(name: string, members: readonly Dossier[]): Promise<void> {
    const shard = this.#shards.get(name) ?? shardDocument(this.folder, name);
    const before = shard.data;
    shard.data = {
      dossiers: { ...before.dossiers, ...Object.fromEntries(members.map((dossier) => [dossier.id, dossier])) },
    };
    await shard.write().catch((error: unknown) => {
      shard.data = before;
      throw error;
    });
    this.#shards.set(name, shard);
    for (const dossier of members) this.#dossiers.set(dossier.id, dossier);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#closed) return Promise.reject(new ProblemError('busy', 'workspaceClosed', { folder: this.folder }));
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
