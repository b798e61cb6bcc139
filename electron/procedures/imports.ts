import { detectAcceptance } from '#electron/invitations/acceptance.ts';
import { importFile } from '#electron/sync/files/import.ts';
import type { ImportProgress } from '#shared/contract/imports.ts';
import { type Implementer, inTurn, openWorkspace, type Session } from './session.ts';

/** The import that a session is at. */
const running = new WeakMap<Session, ImportProgress>();
const imported = new WeakMap<Session, Promise<unknown>>();

export const imports = (on: Implementer) =>
  on.imports.router({
    file: on.imports.file.handler(({ context: { session }, input: { customer, file, relationship } }) =>
      oneAtATime(session, file.name, async () => {
        const { directory, now, records, staff } = await inTurn(session, async () => openWorkspace(session));
        return await importFile(
          file,
          { ...(customer ? { customer } : {}), ...(relationship ? { relationship } : {}) },
          {
            records,
            now: now.toISOString(),
            by: staff,
            holders: (id) => directory.holders(id),
            invited: () => [...directory.invited()].map(({ id }) => id),
            conclude: (dossier) => detectAcceptance(dossier, records.profile.partner.tenantId, now),
            inTurn: (work) => inTurn(session, work),
            onProgress: (done, of) => running.set(session, { file: file.name, done, of }),
          },
        );
      }),
    ),

    progress: on.imports.progress.handler(({ context }) => running.get(context.session) ?? null),
  });

/** Runs one import after another: each file is held in memory while it is imported. */
function oneAtATime<T>(session: Session, file: string, work: () => Promise<T>): Promise<T> {
  const run = async () => {
    running.set(session, { file, done: 0, of: 1 });
    try {
      return await work();
    } finally {
      running.delete(session);
    }
  };
  const turn = (imported.get(session) ?? Promise.resolve()).then(run, run);
  imported.set(session, turn);
  return turn;
}
