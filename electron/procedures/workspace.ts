import { setTimeout as wait } from 'node:timers/promises';
import { readProfile } from '#electron/records/profile.ts';
import { changePassphrase, findKey } from '#electron/records/unlocking.ts';
import { createWorkspace } from '#electron/records/workspace.ts';
import type { WorkspaceState } from '#shared/contract/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type Implementer, inTurn, openWorkspace, type Session, type Standing } from './session.ts';
import { workspaceBackup } from './workspace-backup.ts';
import { workspaceCare } from './workspace-care.ts';

/** How long the answer waits for a workspace that is being opened, in milliseconds: most are open by then, and nothing need be shown. */
const PATIENCE = 250;

/** Failures to open a workspace that somebody was told of. */
const told = new WeakSet<Standing>();

export const about = (on: Implementer) =>
  on.about.handler(({ context: { session } }) => {
    const { engine, host, locale, showFolder, version } = session.options;
    return { engine, host, locale, version, showsFolders: showFolder !== undefined };
  });

export const workspace = (on: Implementer) =>
  on.workspace.router({
    state: on.workspace.state.handler(async ({ context: { session } }) => {
      const { workspace: before } = session;
      // Whoever was told and asks again may have mended what kept it from opening.
      const ready = told.has(before) ? openAgain(session, before) : session.ready;
      await Promise.race([ready, wait(PATIENCE, undefined, { ref: false })]);
      if (session.workspace.state === 'failed') told.add(session.workspace);
      return stateOf(session);
    }),

    create: on.workspace.create.handler(({ context: { session }, input: { file, profile: given, protection } }) =>
      inTurn(session, async () => {
        const { clock, folder, keychain = null } = session.options;
        if (session.workspace.state !== 'empty') {
          openWorkspace(session);
          throw new ProblemError('refused', 'workspaceExists', { folder });
        }
        const profile = readProfile(given, file);
        session.open(await createWorkspace(folder, profile, { clock, keychain, protection }));
        await session.ready;
        return openWorkspace(session).records.profile;
      }),
    ),

    unlock: on.workspace.unlock.handler(({ context: { session }, input: { passphrase } }) =>
      inTurn(session, async () => {
        if (session.workspace.state !== 'locked') openWorkspace(session);
        else session.open(await keyBy(session, passphrase));
        return { unlocked: true };
      }),
    ),

    changePassphrase: on.workspace.changePassphrase.handler(({ context: { session }, input: { next, present } }) =>
      inTurn(session, async () => {
        const { folder } = session.options;
        const { now, records } = openWorkspace(session);
        if (records.protection !== 'passphrase') throw new ProblemError('refused', 'noPassphrase', { folder });
        await keyBy(session, present);
        await records.record({ act: 'passphrase-changed' });
        await changePassphrase(folder, { present, next }, { at: now.toISOString() });
        return { changed: true };
      }),
    ),

    ...workspaceCare(on),
    ...workspaceBackup(on),
  });

export const settings = (on: Implementer) =>
  on.settings.router({
    get: on.settings.get.handler(({ context: { session } }) => session.options.settings.get()),

    set: on.settings.set.handler(({ context: { session }, input }) => {
      const store = session.options.settings;
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      store.set({ ...store.get(), ...given });
      return store.get();
    }),
  });

/** Tries once more to open a workspace that failed to; but not while somebody else does something about it. */
function openAgain(session: Session, failed: Standing): Promise<void> {
  return inTurn(session, async () => {
    if (session.workspace === failed) session.open();
    await session.ready;
  });
}

function stateOf({ options, workspace }: Session): WorkspaceState {
  const { folder, keychain } = options;
  switch (workspace.state) {
    case 'empty':
      return { state: 'empty', folder, keychain: keychain?.name ?? null };
    case 'locked':
      return { state: 'locked', folder };
    case 'opening':
      return { state: 'opening', folder, ...workspace.opening };
    case 'failed':
      return { state: 'failed', folder, problem: workspace.problem };
    case 'open': {
      const { profile, protection, readOnly, sample } = workspace.records;
      const damaged = workspace.records.damaged().length;
      return {
        state: 'open',
        folder,
        profile,
        sample,
        protection,
        readOnly,
        damaged,
        ...workspace.directory.summary(),
      };
    }
  }
}

/** The key that a passphrase opens; a wrong one is refused. */
async function keyBy({ options }: Session, passphrase: string) {
  const { folder } = options;
  const key = await findKey(folder, { passphrase });
  if (typeof key === 'string') throw new ProblemError('damaged', 'workspaceMissing', { folder });
  return key;
}
