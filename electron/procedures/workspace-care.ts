import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CustomerIndex } from '#electron/directory/index/customer-index.ts';
import { verifyClosed } from '#electron/records/verify.ts';
import { damagedParts, recoverPart } from '#electron/records/vital-parts.ts';
import type { Verification } from '#shared/contract/workspace.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import { backupsFolderOf } from './backups-folder.ts';
import { type Implementer, inTurn, openWorkspace, type Session } from './session.ts';

/** What is asked by those who look after a workspace. */
export const workspaceCare = (on: Implementer) => ({
  damaged: on.workspace.damaged.handler(({ context: { session } }) => damagedIn(session)),

  recover: on.workspace.recover.handler(({ context: { session }, input: { file } }) =>
    inTurn(session, async () => {
      const { key, options, workspace } = session;
      if (workspace.state === 'open') {
        await workspace.records.recover(file);
      } else {
        await recoverPart(options.folder, key, file);
        session.open(key ?? undefined);
        await session.ready;
        await openWorkspace(session).records.record({ act: 'document-recovered' });
      }
      return await damagedIn(session);
    }),
  ),

  verify: on.workspace.verify.handler(async ({ context: { session } }) => {
    const broken = await verifyFailed(session);
    if (broken) return broken;
    const { index, records } = openWorkspace(session);
    const stale = index.stale();
    const { damaged, ...found } = await records.verify();
    return { ...found, damaged: await withCustomers(damaged, index), index: { ok: stale === 0, stale } };
  }),

  audit: on.workspace.audit.handler(({ context: { session }, input: { limit, offset } }) =>
    openWorkspace(session).records.audit(offset, limit),
  ),

  reveal: on.workspace.reveal.handler(async ({ context: { session }, input }) => {
    const { folder, showFolder } = session.options;
    if (!showFolder) return { opened: false };
    if (input.folder === 'workspace') return { opened: await showFolder(folder) };
    const backups = backupsFolderOf(session);
    // Somebody may want to put a backup there.
    await mkdir(backups, { recursive: true, mode: 0o700 }).catch(() => undefined);
    return { opened: await showFolder(backups) };
  }),
});

/** What is wrong with a workspace that damage keeps from opening; null for any other. */
async function verifyFailed({ key, options, workspace }: Session): Promise<Verification | null> {
  if (workspace.state !== 'failed' || workspace.problem.kind !== 'damaged') return null;
  const { key: problem, values } = workspace.problem;
  const missing = problem === 'workspaceIncomplete' ? String(values.missing) : undefined;
  const found = await verifyClosed(options.folder, key, missing);
  return found && { ...found, index: { ok: false, stale: 0 } };
}

async function damagedIn({ key, options, workspace }: Session) {
  if (workspace.state !== 'open') return workspace.state === 'failed' ? await damagedParts(options.folder, key) : [];
  return await withCustomers(workspace.records.damaged(), workspace.index);
}

/** The customers in damaged documents, as the index remembers them. */
async function withCustomers(damaged: readonly DamagedDocument[], index: CustomerIndex): Promise<DamagedDocument[]> {
  // What was found damaged since it looked last leaves its lists first.
  await index.refresh();
  const lost = index.lost();
  return damaged.map((one) => ({ ...one, customers: [...(lost.get(documentNamed(one.file)) ?? [])] }));
}

const documentNamed = (file: string): string => basename(file, '.json');
