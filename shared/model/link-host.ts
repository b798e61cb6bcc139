import { z } from 'zod';
import { ProblemError } from './problem.ts';

/** A label of letters, digits and inner hyphens that is no punycode: that may look like another host. */
const LABEL = '(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

/**
 * A host that invitation links may lead to besides the known ones: its whole name in lowercase ASCII, with at least
 * one dot, no punycode, no port, and no IP address.
 */
export const LinkHost = z
  .string()
  .max(253)
  .regex(new RegExp(`^(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`, 'u'));

/** A host as a person types it, in any letter case, or a `linkHostInvalid` problem. */
export function readLinkHost(typed: string): string {
  const host = typed.trim().toLowerCase();
  if (!LinkHost.safeParse(host).success) throw new ProblemError('bad-input', 'linkHostInvalid', { host: typed.trim() });
  return host;
}
