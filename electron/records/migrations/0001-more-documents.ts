import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { AuditLog } from '#electron/records/audit-log.ts';
import { inaccessible, pathOf } from '#electron/records/document.ts';
import { encodeDocument, parseJson, type Writing } from '#electron/records/document-layout.ts';
import { type Home, placeOf } from '#electron/records/dossier-documents.ts';
import { DurableBatch } from '#electron/records/durable-batch.ts';
import { codeOf, previousOf, readIfPresent, replaceDurably } from '#electron/records/durable-file.ts';
import { newKey, readKeyFile, writeKeyFile } from '#electron/records/key-file.ts';
import { quarantineFile } from '#electron/records/quarantine.ts';
import { writeDocument } from '#electron/records/single-document.ts';
import { documentOf, dossierFolder } from '#electron/records/storage.ts';
import { filesIn, incomplete, WorkspaceDocument, workspaceDocument } from '#electron/records/workspace-document.ts';
import { misfitOf } from '#shared/model/misfit.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Damage } from '#shared/model/protection.ts';
import type { Migration, Old, Progress } from './migration.ts';

/** A document of version 1: one line of JSON, in the clear. */
const Envelope = z.object({ format: z.string(), version: z.literal(1), checksum: z.string(), data: z.unknown() });

const OldDossiers = z.object({ dossiers: z.record(z.string(), z.unknown()) });
type OldDossiers = z.infer<typeof OldDossiers>;

type Read<T> = { readonly data: T } | { readonly damage: Damage; readonly detail: string };

/** An old document of dossiers: `73.json`. Each becomes four: those that begin with the same eight bits. */
const isOldDocument = (file: string): boolean => /^[0-9a-f]{2}\.json$/.test(file);
const isNewDocument = (file: string): boolean => /^[0-3][0-9a-f]{2}\.json(?:\.prev)?$/.test(file);

/**
 * From 256 documents of dossiers to 1,024, so that a save stays quick at 100,000 customers, and to the layout that can
 * be encrypted; a workspace that was made in the clear stays in the clear. A damaged document becomes damaged ones,
 * with the version before its last save beside them.
 */
export const moreDocuments: Migration<1, 2> = {
  from: 1,
  to: 2,

  async run(old, onProgress) {
    const { disk, folder } = old;
    const files = await filesIn(dossierFolder(folder), disk);
    if (!files) throw incomplete(folder, 'dossiers');
    const workspace = await oldWorkspace(old);
    try {
      await clear(old, files.filter(isNewDocument));
      await splitAll(old, files.filter(isOldDocument), onProgress);
      if (!(await readKeyFile(folder, disk))) {
        await writeKeyFile(folder, disk, (await newKey({ kind: 'none' }, null)).file, timeOf(old));
      }
      const audit = await AuditLog.open(old, 0, true);
      const entry = audit.next;
      await audit.append({ at: timeOf(old), by: workspace.profile.staff.id, act: 'records-migrated', customers: [] });
      await writeDocument(workspaceDocument(old), workspace, { at: timeOf(old), entry });
      await clear(
        old,
        files.filter(isOldDocument).flatMap((file) => [file, previousOf(file)]),
      );
    } catch (error) {
      throw inaccessible('workspaceUnwritable', folder, error);
    }
  },

  /** Whatever else may stand under an old name, it is not lost. */
  async finish(home, files) {
    const old = files.filter((file) => isOldDocument(file.replace(/\.prev$/, '')));
    if (old.length === 0) return;
    // A process that was killed may not have flushed that the workspace document says the new version.
    await home.disk.syncFolder(home.folder);
    for (const file of old) await quarantineFile(home, join(dossierFolder(home.folder), file));
  },
};

const timeOf = ({ clock }: Old): string => clock().toISOString();

async function splitAll(old: Old, files: readonly string[], onProgress: Progress): Promise<void> {
  for (const [index, file] of files.entries()) {
    onProgress({ doing: 'migrating', done: index, of: files.length });
    await split(old, file);
    await setImmediate();
  }
}

async function split(old: Old, file: string): Promise<void> {
  const path = join(dossierFolder(old.folder), file);
  const bytes = await old.disk.read(path);
  const read = readOld(bytes, 'dossiers', OldDossiers);
  if ('data' in read) {
    const batch = new DurableBatch(old.disk);
    for (const { pathOfPart, pieces } of partsOf(old, read.data)) await batch.stage(pathOfPart, pieces);
    await batch.commit();
    return;
  }
  const previous = readOld(
    (await readIfPresent(previousOf(path), old.disk)) ?? Buffer.alloc(0),
    'dossiers',
    OldDossiers,
  );
  const whole = 'data' in previous ? partsOf(old, previous.data) : [];
  for (const { pathOfPart, pieces } of whole) await replaceDurably(previousOf(pathOfPart), pieces, old.disk);
  for (const name of partNames(file)) await replaceDurably(pathOf(placeOf(old, name)), [bytes], old.disk);
}

/** The documents that the dossiers of an old one are spread over. */
function partsOf(old: Old, { dossiers }: OldDossiers) {
  const writing: Writing = { at: timeOf(old), entry: 0 };
  const parts = new Map<string, [string, unknown][]>();
  for (const [id, dossier] of Object.entries(dossiers)) {
    const name = documentOf(id);
    parts.set(name, [...(parts.get(name) ?? []), [id, dossier]]);
  }
  return [...parts].map(([name, members]) => {
    const place = placeOf(old, name);
    const body = JSON.stringify({ dossiers: Object.fromEntries(members) });
    return { pathOfPart: pathOf(place), pieces: encodeDocument(place, Buffer.from(body), writing) };
  });
}

function partNames(file: string): string[] {
  const first = Number.parseInt(file.slice(0, 2), 16) * 4;
  return [0, 1, 2, 3].map((nth) => (first + nth).toString(16).padStart(3, '0'));
}

async function oldWorkspace(old: Old): Promise<WorkspaceDocument> {
  const { place } = workspaceDocument(old);
  const file = pathOf(place);
  let bytes: Buffer;
  try {
    bytes = await old.disk.read(file);
  } catch (error) {
    throw inaccessible('workspaceUnreadable', file, error);
  }
  const read = readOld(bytes, 'workspace', WorkspaceDocument);
  if ('data' in read) return read.data;
  const before = await readIfPresent(previousOf(file), old.disk);
  const previous = before && 'data' in readOld(before, 'workspace', WorkspaceDocument) ? previousOf(file) : 'none';
  throw new ProblemError('damaged', 'workspaceDamaged', { file, reason: read.damage, detail: read.detail, previous });
}

function readOld<T>(bytes: Buffer, format: string, schema: z.ZodType<T>): Read<T> {
  const envelope = Envelope.safeParse(parseJson(bytes.toString('utf8')));
  if (!envelope.success || envelope.data.format !== `partner-console/${format}`)
    return { damage: 'format', detail: '' };
  const { checksum, data } = envelope.data;
  if (checksum !== checksumOf(JSON.stringify(data))) return { damage: 'checksum', detail: '' };
  const read = schema.safeParse(data);
  return read.success ? { data: read.data } : { damage: 'shape', detail: misfitOf(read.error, data).path || 'data' };
}

function checksumOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function clear({ disk, folder }: Home, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  for (const file of files) {
    await disk.remove(join(dossierFolder(folder), file)).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }
  await disk.syncFolder(dossierFolder(folder));
}
