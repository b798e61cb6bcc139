import { createHash } from 'node:crypto';
import type { PartnerProfile } from '#shared/model/partner.ts';

/** The format of the index that is kept. It is raised when what the rows hold, or how it is found, changes. */
const FORMAT = 7;

/** A digest of the sources that the index is made by, the policy's among them: put in by the bundler, the same for all hosts. */
const SOURCES = process.env.CONSOLE_INDEX_SOURCES ?? 'not bundled';

/**
 * Stands for all that the index depends on besides the dossiers: its format, whose index it is, and the build and the
 * sources of the console that made it. An index under another key is made anew.
 */
export function indexKey(profile: PartnerProfile, build: string): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, build, SOURCES, profile]))
    .digest('hex');
}
