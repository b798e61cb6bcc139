import { z } from 'zod';
import { CustomerId, DelegationId, Instant } from '#shared/model/ids.ts';
import { ImportReport } from '#shared/model/imports.ts';
import { procedure } from './errors.ts';

/** A file as the person handed it over: its name, its bytes, and when it was last written (the facts' "as of"). */
export const HandedFile = z.object({
  name: z.string().min(1),
  bytes: z.instanceof(Blob),
  modifiedAt: Instant,
});

/** How far the import that is running has come: `done` of `of`, in a measure of its own. */
export const ImportProgress = z.object({
  file: z.string(),
  done: z.number().int().nonnegative(),
  of: z.number().int().nonnegative(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const imports = {
  /**
   * Reads one file whole, or refuses it whole: nothing of a refused file is recorded. Recording goes batch by batch; one
   * that was cut short is completed by importing the file again.
   */
  file: procedure
    .input(z.object({ file: HandedFile, customer: CustomerId.optional(), relationship: DelegationId.optional() }))
    .output(ImportReport),

  /** The file that is being imported, and how far that is; `null` when none is. */
  progress: procedure.output(ImportProgress.nullable()),
};
