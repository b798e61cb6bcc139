import type { Records } from '#electron/records/records.ts';
import { findKey } from '#electron/records/unlocking.ts';
import { createWorkspace } from '#electron/records/workspace.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { sampleDossiers } from './dossiers.ts';
import { SAMPLE_PARTNERS, SAMPLE_PROFILE } from './partner.ts';

/** Makes the sample workspace in a folder that holds none. What is in it is invented, so it is kept in the clear. */
export async function makeSample(folder: string, clock: () => Date): Promise<void> {
  if ((await findKey(folder, {})) === 'empty') await createWorkspace(folder, SAMPLE_PROFILE, { clock, sample: true });
}

/**
 * Fills the sample workspace: invented customers in Chinese, English, Turkish and German, every purchase channel and
 * every delegation state, dated relative to now. Another workspace is left alone.
 */
export async function fillSample(records: Records, now: Date): Promise<void> {
  if (!records.sample) return;
  // A first start that was cut short is completed; what a person changed since stays.
  const absent = sampleDossiers(now).filter(({ id }) => isAbsent(records, id));
  if (absent.length === 0) return;
  const note = { act: 'sample-filled' };
  await records.save(absent, note);
  const provenance = { basis: 'observed', source: 'partner-center', asOf: now.toISOString() } as const;
  const partners = SAMPLE_PARTNERS.map((partner) => ({
    ...partner,
    relation: 'reseller' as const,
    state: 'Active',
    provenance,
  }));
  await records.saveSurroundings({ ...records.surroundings(), partners }, note);
}

/** Whether nobody knows a customer; of one in a damaged document nobody can tell, and it is left to recovery. */
function isAbsent(records: Records, id: CustomerId): boolean {
  try {
    return records.dossier(id) === undefined;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'damaged') return false;
    throw error;
  }
}
