import { z } from 'zod';
import { RuleId } from './policy.ts';

/**
 * The chain that a permission hangs on, in its order: each link must hold. `delegation`, `group`, `directory-role` and
 * `service` are the parts of an effective delegation.
 */
export const Link = z.enum([
  'staff-role',
  'program',
  'invitation',
  'relationship',
  'delegation',
  'group',
  'directory-role',
  'service',
]);
export type Link = z.infer<typeof Link>;

/** `unreached`: an earlier link is broken or unknown, so this one was not looked at. */
export const LinkState = z.enum(['holds', 'broken', 'unknown', 'unreached']);
export type LinkState = z.infer<typeof LinkState>;

/** One link of the chain behind an answer; links that no rule in play asks for are left out. */
export const TraceStep = z.object({
  link: Link,
  state: LinkState,
  /** The rules that ask for this link. */
  rules: z.array(RuleId),
  /** The property paths whose absence leaves it unknown. */
  missing: z.array(z.string()),
});
export type TraceStep = z.infer<typeof TraceStep>;
