import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { acquireLock } from '#electron/records/lock.ts';
import { createWorkspace } from '#electron/records/workspace.ts';
import { type Cloud, PartnerProfile } from '#shared/model/partner.ts';
import { SyncSource } from '#shared/model/sync.ts';
import { Random } from '#test/generator/random.ts';
import type { Simulator } from '#test/simulator/simulator.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { differences, readExported, readSynced, unlike } from './synced.ts';
import { passDay, passMoment } from './world-days.ts';

/** What is to be killed, and how often. */
export interface SyncKillOptions {
  readonly cloud: Cloud;
  readonly customers: number;
  readonly kills: number;
  /** How many processes are killed in one sync at most. */
  readonly killsASync: number;
  /** Days that pass in the life of one workspace. */
  readonly days: number;
  /** Whether each source is synchronised by itself, so that no start begins with the first of them again. */
  readonly apart: boolean;
  /** How many of the requests that its sync needs a process may make, as a share. */
  readonly reach: number;
  /** How long the process lives on after the request at which it is doomed, in milliseconds, at most. */
  readonly life: number;
  readonly latencyMs: number;
  readonly seed: number;
}

/** What came of it. */
export interface SyncKilled {
  readonly differences: string[];
  readonly kills: number;
  /** Kills before the first request of a process, and while or after it asked which service. */
  readonly early: number;
  readonly graph: number;
  readonly partnerCenter: number;
  readonly syncs: number;
  /** Requests of the killed syncs, and of those that nobody killed. */
  readonly sent: number;
  readonly needed: number;
}

/** One process of so many is killed at a moment that no request decides: while it opens the workspace, most likely. */
const ANY_TIME = 0.15;
const OPENING = 500;

/** One sync of so many sees the world change while it is cut short. */
const MEANWHILE = 0.3;

/**
 * Synchronises a workspace from simulated services in processes that are killed again and again, beside a workspace whose
 * syncs nobody disturbs; both must hold the same in the end.
 */
export async function killSyncs(program: string, options: SyncKillOptions): Promise<SyncKilled> {
  const folder = await mkdtemp(join(tmpdir(), 'console-sync-killed-'));
  const { cloud, customers, latencyMs, seed } = options;
  const sim = await startSimulator({ cloud, customers, latencyMs, seed });
  const killing = new SyncKilling(program, folder, sim, options);
  try {
    return await killing.run();
  } finally {
    await sim.close();
    await killing.clearLocks();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How a process ended, and the last that it said. */
interface End {
  readonly killed: boolean;
  readonly code: number | null;
  readonly words: string;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const ended = ({ code, words }: Omit<End, 'killed'>): Error => new Error(`The sync ended with ${code}: ${words}`);

class SyncKilling {
  readonly #program: string;
  readonly #folder: string;
  readonly #sim: Simulator;
  readonly #options: SyncKillOptions;
  readonly #random: Random;
  readonly #profile: PartnerProfile;
  readonly #tokens: string;
  #kills = 0;
  #early = 0;
  #graph = 0;
  #partnerCenter = 0;
  #syncs = 0;
  #sent = 0;
  #needed = 0;
  #lives = 0;
  #workspaces: string[] = [];

  constructor(program: string, folder: string, sim: Simulator, options: SyncKillOptions) {
    this.#program = program;
    this.#folder = folder;
    this.#sim = sim;
    this.#options = options;
    this.#random = new Random(options.seed, 'sync kills');
    this.#tokens = join(folder, 'tokens.json');
    this.#profile = PartnerProfile.parse({ ...sim.profile, programs: ['indirect-provider'] });
  }

  async run(): Promise<SyncKilled> {
    const token = (service: 'partner-center' | 'graph') => this.#sim.token(service, { seconds: 864_000 });
    const tokens = { partnerCenter: token('partner-center'), graph: token('graph') };
    await writeFile(this.#tokens, JSON.stringify(tokens), { mode: 0o600 });
    const found: string[] = [];
    while (this.#kills < this.#options.kills && found.length === 0) found.push(...(await this.#life()));
    return {
      differences: found.slice(0, 20),
      kills: this.#kills,
      early: this.#early,
      graph: this.#graph,
      partnerCenter: this.#partnerCenter,
      syncs: this.#syncs,
      sent: this.#sent,
      needed: this.#needed,
    };
  }

  async clearLocks(): Promise<void> {
    for (const workspace of this.#workspaces) {
      await acquireLock(workspace, 'torture', () => undefined).then((lock) => lock.release());
    }
  }

  /** Two workspaces, from their first sync on. */
  async #life(): Promise<string[]> {
    this.#lives += 1;
    const killed = await this.#workspace('killed');
    const undisturbed = await this.#workspace('undisturbed');
    const { days, kills } = this.#options;
    for (let day = 0; day < days && (day === 0 || this.#kills < kills); day += 1) {
      const ids = this.#random.some(this.#sim.changes.customers(), Math.ceil(this.#options.customers / 4));
      const half = Math.ceil(ids.length / 2);
      if (day > 0) passDay(this.#sim, ids.slice(0, half), this.#random);
      const isMoving = day === days - 1 && this.#random.chance(MEANWHILE);
      const meanwhile = isMoving ? () => passMoment(this.#sim, ids.slice(half), this.#random) : null;
      const parts = this.#options.apart ? SyncSource.options : [null];
      for (const part of [...parts].reverse()) {
        const expected = await this.#whole(undisturbed, part);
        await this.#disturbed(killed, part, expected, meanwhile);
      }
      if (isMoving) for (const folder of [killed, undisturbed]) await this.#whole(folder, null);
      const [one, other] = [await readSynced(killed, !isMoving), await readSynced(undisturbed, !isMoving)];
      const found = differences(one, other);
      found.push(...unlike(await this.#exported(killed), await this.#exported(undisturbed)));
      if (found.length > 0) return found.map((text) => `life ${this.#lives}, day ${day}: ${text}`);
    }
    return [];
  }

  async #workspace(name: string): Promise<string> {
    const folder = join(this.#folder, `${this.#lives}-${name}`);
    await createWorkspace(folder, this.#profile);
    this.#workspaces.push(folder);
    return folder;
  }

  #exported(folder: string): Promise<string[]> {
    return readExported(folder, async (list, file) => {
      const given = ['export', list, '--format', 'json', '--out', file, '--workspace', folder, '--plaintext'];
      const { code, words } = await this.#ended(this.#started(given));
      if (code !== 0) throw new Error(`The export of ${list} ended with ${code}: ${words}`);
    });
  }

  /** A sync that nobody disturbs; gives how many requests it made. */
  async #whole(folder: string, part: SyncSource | null): Promise<number> {
    const before = this.#sim.counts().sent;
    const end = await this.#process(folder, part, null);
    if (end.code !== 0) throw ended(end);
    return this.#sim.counts().sent - before;
  }

  /** A sync in processes that are killed, until one comes to the end. */
  async #disturbed(
    folder: string,
    part: SyncSource | null,
    expected: number,
    meanwhile: (() => void) | null,
  ): Promise<void> {
    const before = this.#sim.counts().sent;
    const { killsASync: most, reach } = this.#options;
    const kills = this.#random.integer(Math.ceil(most / 3), most);
    for (let nth = 0; ; nth += 1) {
      const left = this.#random.chance(0.5) ? expected : expected - (this.#sim.counts().sent - before);
      const doom = this.#random.integer(1, Math.max(5, Math.ceil(left * reach)));
      const end = await this.#process(folder, part, nth < kills ? doom : null);
      if (!end.killed) {
        // It is told that customers who left meanwhile could not be read.
        if (end.code !== 0 && (end.code !== 1 || !meanwhile)) throw ended(end);
        break;
      }
      if (nth === 0) meanwhile?.();
    }
    this.#syncs += 1;
    this.#sent += this.#sim.counts().sent - before;
    this.#needed += expected;
  }

  /** One process, from its start to its end. With `doom`, it is killed: at this request, or a while after. */
  async #process(folder: string, part: SyncSource | null, doom: number | null): Promise<End> {
    const source = part === null ? [] : ['--source', part];
    const given = ['sync', '--workspace', folder, '--token-file', this.#tokens, '--plaintext', '--json'];
    const child = this.#started([...given, ...source, '--requests-per-minute', '100000000']);
    const end = this.#ended(child);
    let asked = 0;
    let doomed: (() => void) | undefined;
    let service: string | undefined;
    const watch = this.#sim.fault({
      kind: '500',
      match: (request) => {
        asked += 1;
        service = request.url.pathname.startsWith('/v1.0') ? 'graph' : 'partner-center';
        if (doom !== null && asked >= doom) doomed?.();
        return false;
      },
    });
    if (doom !== null) await Promise.race([end, this.#deathOf(child, (die) => (doomed = die))]);
    const { code, words } = await end;
    watch.clear();
    const killed = child.signalCode === 'SIGKILL';
    if (killed) this.#count(service);
    return { killed, code, words };
  }

  #started(given: readonly string[]): Child {
    return spawn(process.execPath, [this.#program, ...given], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: dirname(this.#program) },
    });
  }

  #ended(child: Child): Promise<Omit<End, 'killed'>> {
    let words = '';
    const note = (text: unknown) => {
      words = `${words}${text}`.slice(-4_000);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, words })));
  }

  #count(service: string | undefined): void {
    this.#kills += 1;
    if (service === 'graph') this.#graph += 1;
    else if (service === 'partner-center') this.#partnerCenter += 1;
    else this.#early += 1;
  }

  /** Kills it when its moment has come. */
  async #deathOf(child: { kill(signal: 'SIGKILL'): boolean }, onDoom: (die: () => void) => void): Promise<void> {
    if (this.#random.chance(ANY_TIME)) await wait(this.#random.share() * OPENING);
    else
      await new Promise<void>((resolve) => onDoom(resolve)).then(() => wait(this.#random.share() * this.#options.life));
    child.kill('SIGKILL');
  }
}
