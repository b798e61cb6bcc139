import { backupFileName } from '#electron/invitations/file-name.ts';
import { writeBackup } from '#electron/records/backup.ts';
import { BACKUP_EXTENSION, type Backup } from '#shared/contract/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { backupPath } from './backups-folder.ts';
import { inTurn, openWorkspace, type Session } from './session.ts';

/** The backups that are being written. */
const atWork = new WeakMap<Session, Set<Promise<Backup>>>();

interface Wanted {
  /** The file's; without one, the partner's and the time. */
  readonly name?: string | undefined;
  readonly passphrase: string;
}

/**
 * Writes a backup of the workspace as it is when its turn comes; others have their turns while it is written. Closing the
 * workspace stops it, and so does the signal: nothing is left of it then, and it is the problem `backupStopped`.
 */
export async function backUp(
  session: Session,
  { name: given, passphrase }: Wanted,
  signal?: AbortSignal,
): Promise<Backup> {
  const { done } = await inTurn(session, async () => {
    const { now, records } = openWorkspace(session);
    const at = now.toISOString();
    const name = given ?? backupFileName(records.profile.partner.name, at, BACKUP_EXTENSION);
    const path = backupPath(session, name);
    const contents = await records.contents();
    const stopping = new AbortController();
    const stop = () => {
      stopping.abort(new ProblemError('busy', 'backupStopped', { file: path }));
      contents.release();
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    const write = async (): Promise<Backup> => {
      try {
        const bytes = await writeBackup(path, contents, { at, passphrase, signal: stopping.signal });
        if (!records.readOnly) await records.record({ act: 'backup-made' });
        return { name, path, bytes, at };
      } finally {
        signal?.removeEventListener('abort', stop);
        contents.release();
      }
    };
    return { done: stoppable(session, write(), stop) };
  });
  return await done;
}

/** Resolves when every backup that is being written is whole; the problem of one that is not is thrown. */
export async function untilBackedUp(session: Session): Promise<void> {
  await Promise.all(atWork.get(session) ?? []);
}

function stoppable(session: Session, done: Promise<Backup>, stop: () => void): Promise<Backup> {
  const all = atWork.get(session) ?? new Set();
  const stopAtClose = (): Promise<Backup> => {
    stop();
    return done;
  };
  const over = () => {
    all.delete(done);
    session.atClose.delete(stopAtClose);
  };
  atWork.set(session, all.add(done));
  session.atClose.add(stopAtClose);
  done.then(over, over);
  return done;
}
