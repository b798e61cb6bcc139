import { z } from 'zod';
import { ProblemValues } from './problem.ts';

/** The files partners really have, named by what they hold. */
export const FileKind = z.enum([
  'portal-customers',
  'portal-subscriptions',
  'gdap-relationships',
  'gdap-security-groups',
  'reconciliation-license',
  'api-customers',
  'api-customer',
  'api-subscriptions',
  'api-subscribed-skus',
  'api-indirect-resellers',
  'api-relationship-request',
  'api-support-contact',
  'api-error',
  'api-throttled',
  'api-customer-patch',
  'graph-relationships',
  'graph-relationship',
  'graph-relationship-request',
  'graph-access-assignments',
  'graph-customers',
]);
export type FileKind = z.infer<typeof FileKind>;

/** Why a row was not taken: a key of the `rejections` catalogue with the values it names. `line` counts from 1; in JSON it is the line where the item begins. */
export const Rejection = z.object({
  line: z.number().int().positive(),
  column: z.string().optional(),
  key: z.string().min(1),
  values: ProblemValues,
});
export type Rejection = z.infer<typeof Rejection>;

/** The account of one file: rows = added + updated + unchanged + rejected.length, always. */
export const ImportReport = z.object({
  file: z.string().min(1),
  kind: FileKind,
  encoding: z.string().min(1),
  delimiter: z.string().nullable(),
  rows: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
  updated: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  rejected: z.array(Rejection),
  /** The file does not say whose facts these are: ask, and import again with the customer (or the relationship) named. */
  needs: z.enum(['customer', 'relationship']).nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;
