import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { acquireLock } from '#electron/records/lock.ts';
import { fileOf } from '#electron/records/storage.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';
import { printCount, WHOLE } from './support/counts.ts';
import {
  auditFaults,
  aWorkspace,
  bytesOf,
  diskWithBytes,
  documentFaults,
  partFaults,
} from './support/damaged-workspace.ts';
import { type Damage, damagesOf } from './support/damages.ts';
import { FOLDER, filesOf, stateOf } from './support/examine.ts';
import { indexFaults } from './support/index-faults.ts';
import { dossierIn, textOf } from './support/people.ts';
import { backedUp, damagedBackupFaults } from './support/scenario-backup.ts';
import { documentsOf } from './support/scenario-recovery.ts';
import { opened } from './support/trial.ts';

/** Of the header every byte is changed, or every so many. */
const EVERY = WHOLE ? 1 : 13;

const INDEX = 'derived/index.bin';

const counts = new Map<string, number>();
afterAll(() => {
  for (const [document, runs] of counts) printCount(`damage to ${document}`, { runs });
});

/** Tries every damage on a document; the faults that it leads to. */
async function tried(
  document: string,
  damages: Iterable<Damage>,
  faultsOf: (bytes: Buffer) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { bytes, how } of damages) {
    const faults = await faultsOf(bytes).catch((error: unknown) => [
      String(error instanceof Error ? error.stack : error),
    ]);
    found.push(...faults.map((fault) => `${how}: ${fault}`));
    counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return found.slice(0, 5);
}

/** Documents of that name from workspaces with another key, or with none. */
async function strangers(protection: 'none' | 'keychain', file: string): Promise<Damage[]> {
  const sealed = {
    how: 'the document of another workspace',
    bytes: bytesOf((await aWorkspace('keychain')).image, file),
  };
  if (protection === 'none') return [sealed];
  return [sealed, { how: 'a document in the clear', bytes: bytesOf((await aWorkspace('none')).image, file) }];
}

describe.each(['none', 'keychain'] as const)('damage in a workspace with protection %s', (protection) => {
  it('to a document of dossiers costs its own dossiers alone, and is named', async () => {
    const workspace = await aWorkspace(protection);
    const bytes = bytesOf(workspace.image, fileOf(workspace.document));
    const [, other = ''] = documentsOf(workspace.image);
    const damages = [
      ...damagesOf(bytes, EVERY),
      { how: 'another document in its place', bytes: bytesOf(workspace.image, fileOf(other)) },
      ...(await strangers(protection, fileOf(workspace.document))),
    ];
    expect(await tried('documents of dossiers', damages, (damaged) => documentFaults(workspace, damaged))).toEqual([]);
  }, 300_000);

  it.each(['workspace.json', 'key.json'])(
    'to %s keeps the workspace shut, and changes nothing',
    async (file) => {
      const workspace = await aWorkspace(protection);
      const bytes = bytesOf(workspace.image, file);
      const versions = ['0', '1', '3', '9', '21'].map((version) => ({
        how: `version ${version}`,
        bytes: Buffer.from(bytes.toString('latin1').replace('"version":2', `"version":${version}`), 'latin1'),
      }));
      const damages = [...damagesOf(bytes, EVERY), ...versions];
      expect(await tried(file, damages, (damaged) => partFaults(workspace, file, damaged))).toEqual([]);
    },
    300_000,
  );

  it('to the audit log is told, and costs nothing else', async () => {
    const workspace = await aWorkspace(protection);
    const bytes = bytesOf(workspace.image, 'audit.log');
    const lines = bytes.toString('utf8').split('\n').slice(0, -1);
    const without = lines.map((_, nth) => ({
      how: `line ${nth + 1} taken out`,
      bytes: Buffer.from([...lines.slice(0, nth), ...lines.slice(nth + 1), ''].join('\n')),
    }));
    const twice = { how: 'the last line twice', bytes: Buffer.from([...lines, lines.at(-1), ''].join('\n')) };
    const damages = [...damagesOf(bytes, EVERY), ...without, twice].filter(({ how }) => how !== 'more than its end');
    expect(await tried('the audit log', damages, (damaged) => auditFaults(workspace, damaged))).toEqual([]);
  }, 300_000);

  it('to the index costs nothing: it is made anew', async () => {
    const { ids, image, key } = await aWorkspace(protection);
    const bytes = bytesOf(image, INDEX);
    const damages = damagesOf(bytes, EVERY * 7);
    const faultsOf = async (damaged: Buffer) => indexFaults(await opened(diskWithBytes(image, INDEX, damaged), key));
    expect(await tried('the index', damages, faultsOf)).toEqual([]);
    const disk = diskWithBytes(image, INDEX, bytes);
    await (await opened(disk, key)).save(ids.slice(0, 5).map((id) => dossierIn(2, id)));
    expect(await indexFaults(await opened(disk, key))).toEqual([]);
  }, 300_000);

  it('is none when an older version of a document is put back: it is read as it was', async () => {
    const { document, ids, image, key } = await aWorkspace(protection);
    const file = fileOf(document);
    const disk = diskWithBytes(image, file, bytesOf(image, `${file}.prev`));
    const records = await opened(disk, key);
    const states = ids.map((id) => (records.documentOf(id) === document ? 0 : 1));
    expect(ids.map((id) => stateOf(records, id))).toEqual(
      ids.map((id, nth) => textOf(dossierIn(states[nth] ?? 0, id))),
    );
    expect(await indexFaults(records)).toEqual([]);
    expect(await records.verify()).toMatchObject({ ok: true });
  });

  it('is none when a newer version wrote a document: nothing may be written then', async () => {
    const { document, ids, image, key } = await aWorkspace(protection);
    const file = fileOf(document);
    const newer = Buffer.from(bytesOf(image, file).toString('latin1').replace('"version":2', '"version":3'), 'latin1');
    const disk = diskWithBytes(image, file, newer);
    const before = await filesOf(disk, FOLDER);
    const records = await opened(disk, key);
    expect(records.readOnly).toMatchObject({ key: 'workspaceNewer' });
    expect(await rejectionOf(() => records.save(ids.map((id) => dossierIn(2, id))))).toMatchObject({ kind: 'refused' });
    expect(await filesOf(disk, FOLDER)).toEqual(before);
  });

  it('is not told of a workspace that is whole', async () => {
    const workspace = await aWorkspace(protection);
    const document = bytesOf(workspace.image, fileOf(workspace.document));
    expect(await documentFaults(workspace, document)).toContain('Nothing is told.');
    expect(await partFaults(workspace, 'key.json', bytesOf(workspace.image, 'key.json'))).toContain('Nothing is told.');
    expect(await auditFaults(workspace, bytesOf(workspace.image, 'audit.log'))).toContain(
      'The audit log is called whole.',
    );
  });
});

describe('damage to a backup', () => {
  it('is named, and nothing is left of its restoring', async () => {
    const { bytes } = await backedUp();
    expect(await tried('a backup', damagesOf(bytes, EVERY), damagedBackupFaults)).toEqual([]);
    expect(await damagedBackupFaults(bytes)).toEqual(['Nothing is told.']);
  }, 300_000);
});

describe('damage to a lock', () => {
  it('that nobody holds any more keeps nobody out, or says who holds it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'console-lock-'));
    const holder = {
      holder: 'desktop',
      machine: hostname(),
      pid: 2 ** 30,
      since: Date.now(),
      address: '/tmp/none/hail',
    };
    const bytes = Buffer.from(`${JSON.stringify(holder)}\n`);
    const faultsOf = async (damaged: Buffer): Promise<string[]> => {
      await writeFile(join(folder, 'lock.json'), damaged);
      try {
        await (await acquireLock(folder, 'torture', () => undefined)).release();
      } catch (error) {
        // Another machine's name holds on.
        if (!(error instanceof ProblemError) || error.problem.values.folder !== folder) throw error;
      }
      return [];
    };
    try {
      expect(await tried('the lock', damagesOf(bytes, EVERY), faultsOf)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
