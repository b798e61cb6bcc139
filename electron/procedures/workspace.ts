import { Directory } from '#electron/directory/directory.ts';
import { readProfile } from '#electron/records/profile.ts';
import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type Implementer, inTurn, openWorkspace } from './session.ts';

export const about = (on: Implementer) =>
  on.about.handler(({ context: { session } }) => {
    const { engine, host, locale, showFolder, version } = session.options;
    return { engine, host, locale, version, showsFolders: showFolder !== undefined };
  });

export const workspace = (on: Implementer) =>
  on.workspace.router({
    state: on.workspace.state.handler(async ({ context: { session } }) => {
      const { folder } = session.options;
      // Whoever asks again may have mended what kept it from opening.
      await inTurn(session, async () => {
        if (session.workspace.state === 'failed') session.workspace = await session.reopen();
      });
      const { workspace } = session;
      if (workspace.state !== 'open') return { ...workspace, folder };
      const { profile, sample } = workspace.records;
      return { state: 'open', folder, profile, sample, ...new Directory(workspace.records).summary() };
    }),

    create: on.workspace.create.handler(({ context: { session }, input }) =>
      inTurn(session, async () => {
        const { folder } = session.options;
        if (session.workspace.state !== 'empty') {
          openWorkspace(session);
          throw new ProblemError('refused', 'workspaceExists', { folder });
        }
        const profile = readProfile(input.profile, input.file);
        await createWorkspace(folder, profile);
        const records = await openRecords(folder);
        if (!records) throw new ProblemError('damaged', 'workspaceMissing', { folder });
        session.workspace = { state: 'open', records };
        return profile;
      }),
    ),
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
