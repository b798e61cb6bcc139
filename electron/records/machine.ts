import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How long the system may take to name the machine, in milliseconds. */
const PATIENCE = 2000;

/** The namespace of process ids that a Linux machine begins with; in a container it is another. */
const WHOLE_MACHINE = 'pid:[4026531836]';

/** A machine as a lock names it. */
export interface Machine {
  /** Its host name: what people know it by. A laptop may get another one from each network. */
  readonly machine: string;
  /** What tells it from all others, whatever its host name is today; null where nothing does for certain. */
  readonly machineId: string | null;
}

export async function thisMachine(): Promise<Machine> {
  const id = await systemId().catch(() => null);
  // What the system calls the machine is nobody's business: the folder may be shared.
  const machineId = id && createHash('sha256').update(`partner-console ${id}`).digest('hex').slice(0, 32);
  return { machine: hostname(), machineId };
}

/** Whether two are one machine for certain; by their host names only where one of them has nothing better. */
export function isSameMachine(one: Machine, other: Machine): boolean {
  if (one.machineId !== null && other.machineId !== null) return one.machineId === other.machineId;
  return one.machine === other.machine;
}

/** The system's own id of the machine, where its host name changes by itself; on Windows only people change that. */
async function systemId(): Promise<string | null> {
  switch (process.platform) {
    case 'darwin': {
      const { stdout } = await run('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], { timeout: PATIENCE });
      return platformId(stdout);
    }
    case 'linux':
      // A container may have its id from an image that others run too, and its processes are not the machine's.
      if ((await readlink('/proc/self/ns/pid')) !== WHOLE_MACHINE) return null;
      return /^[0-9a-f]{32}$/.exec((await readFile('/etc/machine-id', 'utf8')).trim())?.[0] ?? null;
    default:
      return null;
  }
}

/** The id in what macOS says of its hardware. */
export function platformId(said: string): string | null {
  return /"IOPlatformUUID" = "([0-9A-F-]{36})"/.exec(said)?.[1] ?? null;
}
