import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openRecords } from '#electron/records/workspace.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { DAMAGED, FOLDER, NOTES, WORKSPACE } from './examine.ts';
import { CLOCK } from './index-faults.ts';
import type { Image } from './model-disk.ts';
import { customers, dossierIn, textOf } from './people.ts';
import type { Scenario } from './scenario.ts';
import { byKeychain, Trial } from './trial.ts';

const FIXTURE = join(import.meta.dirname, '../../fixtures/workspaces/before-tracking');
const OldDocument = z.object({ data: z.object({ dossiers: z.record(z.string(), z.unknown()) }) });

/** Workspaces of version 1 are brought up to date: one from the fixture, and a larger one with a damaged document. */
export const MIGRATIONS: readonly Scenario[] = [
  migrating('the migration of records of version 1', () => ({ old: fixture(), damaged: [] })),
  migrating('the migration of records with a damaged document', () => {
    const old = generated();
    const [first = ''] = [...old.keys()];
    const bytes = old.get(first) ?? Buffer.alloc(0);
    const damaged = Object.keys(OldDocument.parse(JSON.parse(bytes.toString('utf8'))).data.dossiers);
    old.set(`${first}.prev`, bytes);
    old.set(first, Buffer.from(bytes).fill('x', bytes.length - 30));
    old.set(`${first}.0123456789ab.tmp`, bytes.subarray(0, 100));
    return { old, damaged };
  }),
];

interface OldRecords {
  /** The files in the folder of dossiers. */
  readonly old: Map<string, Buffer>;
  /** The customers that no longer can be read. */
  readonly damaged: readonly string[];
}

function migrating(name: string, make: () => OldRecords): Scenario {
  return {
    name,
    unlock: byKeychain,
    prepare: async (circumstances) => {
      const { damaged, old } = make();
      const workspace = readFileSync(join(FIXTURE, 'workspace.json'));
      const image: Image = new Map([
        ['/', new Map()],
        [
          FOLDER,
          new Map([
            ['workspace.json', workspace],
            [NOTES.name, NOTES.bytes],
          ]),
        ],
        [join(FOLDER, 'dossiers'), old],
      ]);
      const trial = new Trial(image, circumstances);
      const states = [...statesOf(old)].map(([id, text]): [string, string] => [
        id,
        damaged.includes(id) ? DAMAGED : text,
      ]);
      trial.ledger.given([[WORKSPACE, 'made'], ...states]);
      trial.first = { states: new Map(states), lines: 0 };
      return { trial, work: () => openRecords(FOLDER, { disk: trial.disk, clock: CLOCK }) };
    },
  };
}

function fixture(): Map<string, Buffer> {
  const folder = join(FIXTURE, 'dossiers');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** Documents of version 1 with customers in them, several to a document. */
function generated(): Map<string, Buffer> {
  const documents = new Map<string, Dossier[]>();
  for (const id of customers(20, 7)) {
    const name = `${createHash('sha256').update(id).digest('hex').slice(0, 2)}.json`;
    documents.set(name, [...(documents.get(name) ?? []), dossierIn(1, id)]);
  }
  return new Map([...documents].map(([name, members]) => [name, oldDocument(members)]));
}

function oldDocument(members: readonly Dossier[]): Buffer {
  const data = { dossiers: Object.fromEntries(members.map((dossier) => [dossier.id, dossier])) };
  const checksum = `sha256:${createHash('sha256').update(JSON.stringify(data)).digest('hex')}`;
  return Buffer.from(JSON.stringify({ format: 'partner-console/dossiers', version: 1, checksum, data }));
}

function* statesOf(old: ReadonlyMap<string, Buffer>): Generator<[string, string]> {
  for (const [name, bytes] of old) {
    // A damaged document has its whole self beside it under this name.
    const whole = old.get(`${name}.prev`) ?? bytes;
    if (!name.endsWith('.json')) continue;
    const { data } = OldDocument.parse(JSON.parse(whole.toString('utf8')));
    for (const [id, dossier] of Object.entries(data.dossiers)) yield [id, textOf(Dossier.parse(dossier))];
  }
}
