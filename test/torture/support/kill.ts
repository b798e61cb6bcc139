import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { nodeDisk } from '#electron/records/disk.ts';
import { acquireLock } from '#electron/records/lock.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Random } from '#test/generator/random.ts';
import { PROFILE } from '#test/unit/support/dossiers.ts';
import { type Expected, examine, NOTES, SURROUNDINGS, stateFaults, stateOf, WORKSPACE } from './examine.ts';
import { KEYCHAIN } from './keychain.ts';
import { Ledger } from './ledger.ts';
import { customers, dossierIn, statesOf } from './people.ts';
import { WRITTEN } from './written.ts';

/** What the writing process says: that it is open, what it begins to save, and what is saved. */
export const WriterLine = z.union([
  z.object({ open: z.literal(true) }),
  z.object({ begin: z.number(), ids: z.array(CustomerId) }),
  z.object({ done: z.number() }),
]);
export type WriterLine = z.infer<typeof WriterLine>;

/** How many saves a process may end once it has opened the workspace, and how long it then lives, in milliseconds. */
const SAVES = 4;
const LIFE = 24;

/** One process of so many is killed while it opens the workspace. */
const WHILE_OPENING = 0.2;

/** After so many the workspace is gone through in every way, and written to from here. */
const THOROUGH = 25;

/** What many killed processes left behind. */
export interface Killed {
  readonly faults: string[];
  /** How many processes were killed, how many saves they had acknowledged, and how many they were in the midst of. */
  readonly kills: number;
  readonly acknowledged: number;
  readonly interrupted: number;
}

/** Starts a process that writes into one workspace, kills it, and looks at what is there: so many times. */
export async function killAgainAndAgain(
  writer: string,
  {
    honesty = 'honest',
    kills,
    seed,
  }: { readonly honesty?: 'honest' | 'hasty'; readonly kills: number; readonly seed: number },
): Promise<Killed> {
  const folder = await mkdtemp(join(tmpdir(), 'console-killed-'));
  try {
    return await new Killing(folder, writer, honesty, seed).run(kills);
  } finally {
    // The last process has left its socket behind, as every one before it; whoever takes the lock clears it away.
    await acquireLock(folder, 'torture', () => undefined).then((lock) => lock.release());
    await rm(folder, { recursive: true, force: true });
  }
}

class Killing {
  readonly #folder: string;
  readonly #writer: string;
  readonly #honesty: string;
  readonly #random: Random;
  #ledger = new Ledger();
  #first: Expected['first'] = { states: new Map(), lines: 0 };
  #log: Buffer = Buffer.alloc(0);
  #next = 1;
  #acknowledged = 0;
  #interrupted = 0;

  constructor(folder: string, writer: string, honesty: string, seed: number) {
    this.#folder = folder;
    this.#writer = writer;
    this.#honesty = honesty;
    this.#random = new Random(seed, 'kills');
  }

  async run(kills: number): Promise<Killed> {
    await writeFile(join(this.#folder, NOTES.name), NOTES.bytes);
    await createWorkspace(this.#folder, PROFILE, { keychain: KEYCHAIN, protection: { kind: 'keychain' } });
    await this.#begin();
    const faults: string[] = [];
    for (let nth = 1; nth <= kills && faults.length === 0; nth += 1) {
      await this.#live();
      faults.push(...(await this.#glance()));
      if (nth % THOROUGH !== 0 && nth !== kills) continue;
      faults.push(...(await this.#goThrough()));
      await this.#begin();
    }
    return { faults, kills, acknowledged: this.#acknowledged, interrupted: this.#interrupted };
  }

  /** Takes what is there now as what is so at first. */
  async #begin(): Promise<void> {
    const records = await this.#open('write');
    const subjects = [...customers(WRITTEN.count, WRITTEN.seed), SURROUNDINGS];
    const states = subjects.map((subject): [string, string] => [subject, stateOf(records, subject)]);
    this.#ledger = new Ledger();
    this.#ledger.given([[WORKSPACE, 'made'], ...states]);
    this.#first = { states: new Map(states), lines: (await records.audit(0, 1)).total };
    await records.close();
  }

  /** One process, from its start to its end. */
  async #live(): Promise<void> {
    const child = spawn(process.execPath, [this.#writer, this.#folder, String(this.#next), this.#honesty], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: dirname(this.#writer) },
    });
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    let left = this.#random.integer(0, SAVES);
    const ripe = new Promise<void>((resolve) => {
      const begun = new Map<number, () => void>();
      createInterface({ input: child.stdout })
        .on('line', (text) => {
          const line = WriterLine.safeParse(parsed(text));
          // The last line may be torn too.
          if (!line.success) return;
          if (!('open' in line.data)) this.#note(line.data, begun);
          if (!('begin' in line.data) && left-- === 0) resolve();
        })
        .once('close', () => {
          this.#interrupted += begun.size;
          resolve();
        });
    });
    if (this.#random.chance(WHILE_OPENING)) await wait(this.#random.integer(40, 160));
    else await ripe.then(() => wait(this.#random.share() * LIFE));
    child.kill('SIGKILL');
    await ended;
    if (complaint !== '') throw new Error(complaint);
  }

  #note(line: Exclude<WriterLine, { open: true }>, begun: Map<number, () => void>): void {
    if ('begin' in line) {
      begun.set(line.begin, this.#ledger.begin(statesOf(line.ids.map((id) => dossierIn(line.begin, id)))));
      this.#next = line.begin + 1;
      return;
    }
    begun.get(line.done)?.();
    begun.delete(line.done);
    this.#acknowledged += 1;
  }

  /** What anybody sees who opens it only to read. */
  async #glance(): Promise<string[]> {
    const records = await this.#open('read');
    const { audit, damaged } = await records.verify();
    const faults = stateFaults(records, this.#ledger.legal());
    if (!audit.ok) faults.push(`The chain of the audit log is broken at ${audit.brokenAt}.`);
    if (damaged.length > 0) faults.push(`Damaged: ${damaged.map(({ file }) => file).join(', ')}.`);
    const log = await nodeDisk.read(join(this.#folder, 'audit.log'));
    if (!log.subarray(0, this.#log.length).equals(this.#log)) faults.push('Lines of the audit log are gone.');
    this.#log = log.subarray(0, log.lastIndexOf('\n') + 1);
    return faults;
  }

  #goThrough(): Promise<string[]> {
    const expected: Expected = { legal: this.#ledger.legal(), first: this.#first, log: this.#log, kept: [] };
    return examine(nodeDisk, expected, (disk) => this.#key(disk), { folder: this.#folder });
  }

  async #key(disk = nodeDisk) {
    const key = await findKey(this.#folder, { disk, keychain: KEYCHAIN });
    if (key === 'locked') throw new Error('The workspace waits for a passphrase.');
    return key;
  }

  async #open(access: 'read' | 'write') {
    const key = await this.#key();
    const records = key === 'empty' ? undefined : await openRecords(this.#folder, { key, access });
    if (!records) throw new Error('The workspace is gone.');
    return records;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
