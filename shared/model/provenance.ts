import { z } from 'zod';
import { Instant } from './ids.ts';

/** How we know a fact: a system said so, we reasoned it from what one said, or staff declared it. */
export const Basis = z.enum(['observed', 'inferred', 'declared']);
export type Basis = z.infer<typeof Basis>;

/** Where a fact came from and as of when it held. `source` is `file:<name>`, `partner-center`, `graph` or `staff:<id>`. */
export const Provenance = z.object({ basis: Basis, source: z.string().min(1), asOf: Instant });
export type Provenance = z.infer<typeof Provenance>;

/** One value with its provenance. */
export const factOf = <T extends z.ZodType>(value: T) => Provenance.extend({ value });
export type Fact<T> = Provenance & { readonly value: T };

/** As of when a source that used to tell of something no longer does. The last that we knew is kept. */
export const Gone = z.object({ asOf: Instant, source: z.string().min(1) });
export type Gone = z.infer<typeof Gone>;
