import { randomBytes } from 'node:crypto';
import { link, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { codeOf } from './durable-file.ts';

/** Holds a workspace for one writer until it is released, or until this process ends in whatever way. */
export interface Lock {
  release(): Promise<void>;
}

const Holder = z.object({ holder: z.string(), pid: z.number().int(), address: z.string() });
type Holder = z.infer<typeof Holder>;

const SOCKET_FOLDER = 'partner-console-';

const lockFile = (folder: string): string => join(folder, 'lock.json');

/**
 * Takes the workspace for this process. The lock names a local socket on which its holder answers, so a lock
 * left behind by a crash is told from a live one by nobody answering. A live holder is hailed (it comes to the
 * front) and the call ends in a `busy` problem that names it.
 */
export async function acquireLock(folder: string, holder: string, onHail: () => void): Promise<Lock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const address = await newAddress();
  const server = await listen(address, onHail);
  const mine: Holder = { holder, pid: process.pid, address };
  try {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      if (await claim(folder, mine)) return { release: () => release(folder, mine, server) };
      const other = await readHolder(folder);
      if (!other) continue;
      if (await hail(other.address)) {
        throw new ProblemError('busy', 'workspaceBusy', { folder, holder: `${other.holder} (process ${other.pid})` });
      }
      await clearStale(folder, other);
    }
    throw new ProblemError('busy', 'workspaceBusy', { folder, holder: 'another process' });
  } catch (error) {
    await stopListening(server, address);
    throw error;
  }
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

/** Who holds the workspace now; undefined when nobody does. A lock that can't be understood has no living holder. */
async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    const read = Holder.safeParse(JSON.parse(await readFile(lockFile(folder), 'utf8')));
    return read.success ? read.data : { holder: 'unknown', pid: 0, address: '' };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { holder: 'unknown', pid: 0, address: '' };
    throw error;
  }
}

/** Moves a dead holder's lock away. If a new holder came in between, its lock is put back. */
async function clearStale(folder: string, dead: Holder): Promise<void> {
  const aside = `${lockFile(folder)}.${randomBytes(6).toString('hex')}.stale`;
  try {
    await rename(lockFile(folder), aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = Holder.safeParse(JSON.parse((await readFile(aside, 'utf8')) || 'null'));
  if (moved.success && moved.data.address !== dead.address) {
    await link(aside, lockFile(folder)).catch(() => undefined);
  } else {
    await removeSocketFolder(dead.address);
  }
  await rm(aside, { force: true });
}

async function release(folder: string, mine: Holder, server: Server): Promise<void> {
  const present = await readHolder(folder);
  if (present?.address === mine.address) await rm(lockFile(folder), { force: true });
  await stopListening(server, mine.address);
}

/** A socket address that only this user can reach. */
async function newAddress(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\partner-console-${randomBytes(12).toString('hex')}`;
  return join(await mkdtemp(join(tmpdir(), SOCKET_FOLDER)), 'hail');
}

function listen(address: string, onHail: () => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.end('here\n');
      onHail();
    });
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

async function stopListening(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await removeSocketFolder(address);
}

/** Removes the folder that newAddress made; an address from a file is not trusted to name anything else. */
async function removeSocketFolder(address: string): Promise<void> {
  if (dirname(dirname(address)) !== tmpdir() || !address.includes(SOCKET_FOLDER)) return;
  await rm(dirname(address), { recursive: true, force: true });
}

/** Whether the holder at an address is alive; if so it has been asked to come to the front. */
function hail(address: string): Promise<boolean> {
  if (!address) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.end('hail\n');
      socket.resume();
      socket.unref();
      resolve(true);
    });
    // Nobody listens (refused) or the socket is gone; any other trouble means that somebody may be there.
    socket.once('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '')));
  });
}
