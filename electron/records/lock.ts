import { randomBytes } from 'node:crypto';
import { link, mkdir, mkdtemp, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { codeOf } from './durable-file.ts';
import { isSameMachine, type Machine, thisMachine } from './machine.ts';

/** Holds a workspace for one writer until it is released, or until this process ends in whatever way. */
export interface Lock {
  release(): Promise<void>;
}

const Holder = z.object({
  holder: z.string(),
  machine: z.string(),
  /** Locks of earlier versions have none. */
  machineId: z.string().nullable().default(null),
  pid: z.number().int().positive(),
  /** When the lock was taken, in milliseconds since 1970. */
  since: z.number(),
  address: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** What a newcomer says to the holder: to come to the front, and what the newcomer was to open. */
const Hail = z.object({ hail: z.array(z.string()) });

/** Bytes of a hail; more than anybody means to open is no hail. */
const HAIL_LIMIT = 256 * 1024;

/** What a holder answers: it is there and opens what it was told of, or it has no window to open anything in. */
const ANSWERS = { window: 'here\n', none: 'windowless\n' } as const;

/** How long a newcomer that has a window waits for a holder that has none, such as a verb of the command line; milliseconds. */
const WAIT = 10_000;
const BETWEEN_TRIES = 100;

/** Told what a newcomer was to open; `null` where there is no window to open it in. */
type OnHail = ((brought: readonly string[]) => void) | null;

/** How long a newcomer waits for the holder's answer, in milliseconds: a holder that is busy is there all the same. */
const PATIENCE = 2000;

const SOCKET_FOLDER = 'partner-console-';

const lockFile = (folder: string): string => join(folder, 'lock.json');

/**
 * Takes the workspace for this process. The lock names its holder's process and a local socket on which the holder
 * answers: a live holder is hailed and the call ends in a `busy` problem that names it, `workspaceBusy` when it came to
 * the front; a lock whose process is gone is cleared. A silent holder whose process lives, or that is on another machine,
 * holds on: `workspaceHeld` says where, and how to get past it. Where we have a window and the holder has none, it is
 * waited for; if it stays, that is `workspaceAtWork`, or `filesNotOpened` where it keeps us from opening files.
 *
 * @param onHail what to do when hailed; `null` for a process that has no window
 * @param brings paths of what was to be opened here: the holder is told of them in the newcomer's place
 * @param wait how long a holder without a window is waited for, in milliseconds
 */
export async function acquireLock(
  folder: string,
  holder: string,
  onHail: OnHail,
  brings: readonly string[] = [],
  wait = WAIT,
): Promise<Lock> {
  try {
    return await takeLock(folder, holder, onHail, brings, wait);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('damaged', 'workspaceUnusable', { folder, reason: codeOf(error) ?? String(error) });
  }
}

async function takeLock(
  folder: string,
  holder: string,
  onHail: OnHail,
  brings: readonly string[],
  wait: number,
): Promise<Lock> {
  const until = Date.now() + wait;
  let made = false;
  const address = await newAddress();
  const server = await listen(address, onHail);
  try {
    const here = await thisMachine();
    const mine: Holder = { holder, ...here, pid: process.pid, since: Date.now(), address };
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      // Whoever held it may have taken an empty folder away with the lock.
      if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) made = true;
      if (await claim(folder, mine)) return { release: () => release(folder, mine, server, made) };
      const other = await readHolder(folder);
      if (other === 'nobody') continue;
      const answer = other === 'nonsense' ? 'gone' : await hail(other.address, brings);
      if (answer === 'windowless' && onHail !== null && Date.now() < until) {
        await setTimeout(BETWEEN_TRIES);
        attempt = 0;
        continue;
      }
      if (other !== 'nonsense') {
        const name = `${other.holder} (process ${other.pid})`;
        if (answer === 'here') throw new ProblemError('busy', 'workspaceBusy', { folder, holder: name });
        if (answer === 'windowless') throw atWork(folder, name, brings);
        if (isAlive(other, here)) throw held(folder, name, other.machine);
      }
      await clearStale(folder, other);
    }
    throw atWork(folder, 'another process', brings);
  } catch (error) {
    await stopListening(server, address);
    throw error;
  }
}

/** Somebody writes to the workspace who has no window; `lost` are the files that nobody opens now. */
function atWork(folder: string, holder: string, lost: readonly string[]): ProblemError {
  if (lost.length === 0) return new ProblemError('busy', 'workspaceAtWork', { folder, holder });
  return new ProblemError('busy', 'filesNotOpened', { folder, holder, file: lost.join(', ') });
}

/** Somebody holds the workspace who does not answer: only people can know whether that is still so. */
function held(folder: string, holder: string, machine: string): ProblemError {
  return new ProblemError('busy', 'workspaceHeld', { folder, holder, machine, file: lockFile(folder) });
}

/** A lock appears with its whole content or not at all: written aside, then linked. */
async function claim(folder: string, mine: Holder): Promise<boolean> {
  const aside = `${lockFile(folder)}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(aside, JSON.stringify(mine), { mode: 0o600, flag: 'wx' });
  try {
    await link(aside, lockFile(folder));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without hard links: exclusive creation is the next best.
    return await writeFile(lockFile(folder), JSON.stringify(mine), { mode: 0o600, flag: 'wx' }).then(
      () => true,
      (cause: unknown) => {
        if (codeOf(cause) === 'EEXIST') return false;
        throw cause;
      },
    );
  } finally {
    await rm(aside, { force: true });
  }
}

/** Who holds the workspace now. A lock that makes no sense was written by nobody we know, or torn by a power cut. */
async function readHolder(folder: string): Promise<Holder | 'nobody' | 'nonsense'> {
  try {
    const read = Holder.safeParse(JSON.parse(await readFile(lockFile(folder), 'utf8')));
    return read.success ? read.data : 'nonsense';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nobody';
    if (error instanceof SyntaxError) return 'nonsense';
    throw error;
  }
}

/** Whether a silent holder must be respected: on another machine always, on this one while its process lives. */
function isAlive(holder: Holder, here: Machine): boolean {
  const { pid, since } = holder;
  if (!isSameMachine(holder, here)) return true;
  // Process ids begin anew when the machine does.
  if (since < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Moves a dead holder's lock away. If a new holder came in between, its lock is put back. */
async function clearStale(folder: string, dead: Holder | 'nonsense'): Promise<void> {
  const aside = `${lockFile(folder)}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await rename(lockFile(folder), aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = Holder.safeParse(parseJson(await readFile(aside, 'utf8')));
  if (moved.success && (dead === 'nonsense' || moved.data.address !== dead.address)) {
    await link(aside, lockFile(folder)).catch(() => undefined);
  } else if (dead !== 'nonsense') {
    await removeSocketFolder(dead.address);
  }
  await rm(aside, { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function release(folder: string, mine: Holder, server: Server, made: boolean): Promise<void> {
  const present = await readHolder(folder);
  if (typeof present === 'object' && present.address === mine.address) await rm(lockFile(folder), { force: true });
  // A folder that we made and that nothing was put into leaves no trace.
  if (made) await rmdir(folder).catch(() => undefined);
  await stopListening(server, mine.address);
}

/** A socket address that only this user can reach. */
async function newAddress(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\partner-console-${randomBytes(12).toString('hex')}`;
  return join(await mkdtemp(join(tmpdir(), SOCKET_FOLDER)), 'hail');
}

function listen(address: string, onHail: OnHail): Promise<Server> {
  const server = createServer((socket) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (text) => {
      said += text;
      if (said.length > HAIL_LIMIT) socket.destroy();
      if (socket.destroyed || !said.endsWith('\n')) return;
      socket.end(onHail === null ? ANSWERS.none : ANSWERS.window);
      onHail?.(broughtBy(said));
    });
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

/** What a hail brings; nothing, if it says nothing that we know. */
function broughtBy(said: string): readonly string[] {
  return Hail.safeParse(parseJson(said)).data?.hail ?? [];
}

async function stopListening(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await removeSocketFolder(address);
}

/** Removes the folder that newAddress made; an address from a file is not trusted to name anything else. */
async function removeSocketFolder(address: string): Promise<void> {
  if (dirname(dirname(address)) !== tmpdir() || !dirname(address).includes(SOCKET_FOLDER)) return;
  await rm(dirname(address), { recursive: true, force: true });
}

/**
 * Whether the holder at an address is there; if so it has been asked to come to the front, and told of what we bring.
 * Its answer is waited for, since a process that ends takes along what it has not yet sent. One that takes its time to
 * answer counts as there: it reads what it was told when it gets to it.
 */
function hail(address: string, brings: readonly string[]): Promise<'here' | 'windowless' | 'gone'> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let reached = false;
    let said = '';
    socket.setEncoding('utf8');
    socket.once('connect', () => {
      reached = true;
      socket.setTimeout(PATIENCE, () => socket.destroy());
      socket.end(`${JSON.stringify({ hail: brings })}\n`);
    });
    socket.on('data', (text) => {
      said += text;
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => resolve(reached ? (said === ANSWERS.none ? 'windowless' : 'here') : 'gone'));
  });
}
