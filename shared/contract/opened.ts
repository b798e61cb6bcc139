import { z } from 'zod';
import { Problem } from '#shared/model/problem.ts';
import { procedure } from './errors.ts';
import { HandedFile } from './imports.ts';

/** Hand-off files that a person opened with the console: by a double click, or named when it was started. */
export const opened = {
  /** Gives those that wait, once each, and for those that cannot be read the reason. Nothing is recorded. */
  take: procedure.output(z.object({ files: z.array(HandedFile), problems: z.array(Problem) })),
};
