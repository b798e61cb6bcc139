import { createSignInStore, signInFile } from '#electron/account/kept-sign-in.ts';
import { eraseWorkspace } from '#electron/records/erase.ts';
import { restoreBackup } from '#electron/records/restore.ts';
import { folderName } from '#shared/contract/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { backUp, untilBackedUp } from './backing-up.ts';
import { backupPath, backupsFolderOf, backupsIn } from './backups-folder.ts';
import { endWork, type Implementer, inTurn, openWorkspace, type Session } from './session.ts';

/** Backup, restore and erasure. */
export const workspaceBackup = (on: Implementer) => ({
  backup: on.workspace.backup.handler(({ context: { session }, input, signal }) => backUp(session, input, signal)),

  backups: on.workspace.backups.handler(async ({ context: { session } }) => {
    const folder = backupsFolderOf(session);
    return { folder, items: await backupsIn(folder) };
  }),

  restore: on.workspace.restore.handler(({ context: { session }, input: { name, passphrase, protection } }) =>
    inTurn(session, async () => {
      const { clock, folder, keychain = null } = session.options;
      if (session.workspace.state !== 'empty') {
        openWorkspace(session);
        throw new ProblemError('refused', 'workspaceExists', { folder });
      }
      const path = backupPath(session, name);
      await session.apart((show) => {
        const onProgress = (done: number, of: number) => show({ doing: 'restoring', done, of });
        return restoreBackup(folder, path, { passphrase, protection, keychain, clock, onProgress });
      });
      return openWorkspace(session).records.profile;
    }),
  ),

  erase: on.workspace.erase.handler(async ({ context: { session }, input }) => {
    const insist = async () => {
      if ('folder' in input && doesNotOpen(session)) insistOnFolder(session, input.folder);
      else insistOnPartner(session, 'partner' in input ? input.partner : '');
    };
    // Whatever was asked for before has begun when this turn comes.
    await inTurn(session, insist);
    await untilBackedUp(session);
    // A sync waits for turns, so it must be over before the one that closes the workspace.
    await endWork(session);
    return await inTurn(session, async () => {
      await insist();
      await forgetSignIn(session);
      await session.apart(async () => {
        await eraseWorkspace(session.options.folder);
        return undefined;
      });
      return { erased: true };
    });
  }),
});

/** Whether nobody can read whose workspace it is. One of a newer version waits for a newer console. */
function doesNotOpen({ workspace }: Session): boolean {
  return workspace.state === 'locked' || (workspace.state === 'failed' && workspace.problem.key !== 'workspaceNewer');
}

function insistOnFolder({ options }: Session, typed: string): void {
  const name = folderName(options.folder);
  if (typed.trim() !== name.trim()) throw new ProblemError('refused', 'folderNameWrong', { name });
}

function insistOnPartner(session: Session, typed: string): void {
  const { profile, readOnly } = openWorkspace(session).records;
  // Nobody knows what else of a newer version would have to go.
  if (readOnly) throw new ProblemError('refused', 'workspaceReadOnly', readOnly.values);
  const { name } = profile.partner;
  if (typed.trim() !== name.trim()) throw new ProblemError('refused', 'partnerNameWrong', { name });
}

/** What is kept of a sign-in lies elsewhere than the workspace. */
async function forgetSignIn(session: Session): Promise<void> {
  const { accountsFolder, folder, keychain = null, tokenFile } = session.options;
  if (tokenFile !== undefined) return;
  if (session.workspace.state === 'open') await session.account.signOut();
  else if (accountsFolder !== undefined) await createSignInStore(signInFile(accountsFolder, folder), keychain).wipe();
}
