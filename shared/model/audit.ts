import { z } from 'zod';
import { Instant } from './ids.ts';

/** One line of the audit log: who did what when, and whom it touched. */
export const AuditEntry = z.strictObject({
  n: z.number().int().positive(),
  at: Instant,
  by: z.string(),
  /** Such as `import`, `dossiers-saved`, `document-recovered`. */
  act: z.string(),
  /** The customers it touched, where they are few; none where they are counted alone. Earlier versions named the first hundred. */
  customers: z.array(z.string()),
  /** How many it touched. */
  count: z.number().int().nonnegative(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
