import { z } from 'zod';
import { procedure } from './errors.ts';

/** The lists that can be exported. */
export const ReportList = z.enum(['customers', 'subscriptions', 'delegations', 'invitations']);
export type ReportList = z.infer<typeof ReportList>;

/**
 * As what: `csv` (UTF-8 with a byte order mark) and `xlsx` hold the lines of the list, in its order; `json` holds the
 * facts themselves with their provenance, by customer id.
 */
export const ReportFormat = z.enum(['csv', 'xlsx', 'json']);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const reports = {
  /** Writes a whole list into one file, in the place of one of that name; it appears when it is whole and on the disk. */
  export: procedure
    .input(
      z.object({
        list: ReportList,
        format: ReportFormat,
        /** The name of the file in the folder of the reports, with no step out of it. */
        name: z.string().regex(/^(?!\.{1,2}$)[^/\\\0]{1,255}$/u),
      }),
    )
    .output(
      z.object({
        /** The path of the file. */
        file: z.string(),
        rows: z.number().int().nonnegative(),
        /** Documents that can't be read: their customers are not in it. */
        unreadable: z.number().int().nonnegative(),
      }),
    ),
};
