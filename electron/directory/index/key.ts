import { createHash } from 'node:crypto';
import { SUBSCRIPTION_ACTIONS } from '#electron/directory/answers/questions.ts';
import { RULES, STAFF_MATRIX } from '#electron/policy/index.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { PLACES } from './words.ts';

/** The format of the index that is kept. It is raised when what the rows hold, or how it is found, changes. */
const FORMAT = 3;

/**
 * Stands for all that the index depends on besides the dossiers: its format, whose index it is, the rules with their
 * conditions, and the build of the console that made it. An index under another key is made anew.
 */
export function indexKey(profile: PartnerProfile, build: string): string {
  const parts = [FORMAT, build, profile, PLACES, SUBSCRIPTION_ACTIONS, RULES, STAFF_MATRIX];
  const text = JSON.stringify(parts, (_, part: unknown) => (typeof part === 'function' ? part.toString() : part));
  return createHash('sha256').update(text).digest('hex');
}
