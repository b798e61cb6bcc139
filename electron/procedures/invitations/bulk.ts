import { type Implementer, openWorkspace, type Session } from '#electron/procedures/session.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type BulkProgress, exportBulk } from './bulk-export.ts';
import { BulkPlan } from './bulk-plan.ts';
import { exportedFolder } from './exported-folder.ts';

/** The export that is running, one a session at most. */
const running = new WeakMap<Session, BulkProgress>();

export const bulk = (on: Implementer) => ({
  preview: on.invitations.bulk.preview.handler(async ({ context: { session }, input }) => {
    openWorkspace(session);
    const plan = await BulkPlan.make(session, input);
    return { rows: await plan.rows(), badAddresses: [...plan.badAddresses] };
  }),

  export: on.invitations.bulk.export.handler(async ({ context: { session }, input }) => {
    if (running.has(session)) throw new ProblemError('refused', 'bulkRunning');
    const progress = { done: 0, of: new Set(input.customers).size, cancelled: false };
    running.set(session, progress);
    try {
      return await exportBulk(session, input, progress);
    } finally {
      running.delete(session);
    }
  }),

  progress: on.invitations.bulk.progress.handler(({ context }) => {
    const progress = running.get(context.session);
    return progress ? { done: progress.done, of: progress.of } : null;
  }),

  cancel: on.invitations.bulk.cancel.handler(({ context }) => {
    const progress = running.get(context.session);
    if (progress) progress.cancelled = true;
    return { cancelled: progress !== undefined };
  }),

  showFolder: on.invitations.bulk.showFolder.handler(async ({ context: { session }, input }) => {
    const { draftsFolder, showFolder } = session.options;
    const folder = await exportedFolder(input.path, draftsFolder);
    return { opened: (await showFolder?.(folder)) ?? false };
  }),
});
