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

export const imports = {
  /** Reads one file whole, or refuses it whole: nothing of a refused file is recorded. */
  file: procedure
    .input(z.object({ file: HandedFile, customer: CustomerId.optional(), relationship: DelegationId.optional() }))
    .output(ImportReport),
};
