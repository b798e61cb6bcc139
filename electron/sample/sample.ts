import { createWorkspace, openRecords } from '#electron/records/workspace.ts';
import { sampleDossiers } from './dossiers.ts';
import { SAMPLE_PARTNERS, SAMPLE_PROFILE } from './partner.ts';

/**
 * Makes the sample workspace in a folder unless it is there already: invented customers in Chinese, English,
 * Turkish and German, every purchase channel and every delegation state, dated relative to now.
 */
export async function ensureSample({ folder, clock }: { folder: string; clock: () => Date }): Promise<void> {
  if (!(await openRecords(folder))) await createWorkspace(folder, SAMPLE_PROFILE, true);
  const records = await openRecords(folder);
  if (!records?.sample) return;
  const now = clock();
  // A first start that was cut short is completed; what a person changed since stays.
  const absent = sampleDossiers(now).filter(({ id }) => !records.dossier(id));
  if (absent.length === 0) return;
  await records.save(absent);
  const provenance = { basis: 'observed', source: 'partner-center', asOf: now.toISOString() } as const;
  const partners = SAMPLE_PARTNERS.map((partner) => ({
    ...partner,
    relation: 'reseller' as const,
    state: 'Active',
    provenance,
  }));
  await records.saveSurroundings({ ...records.surroundings(), partners });
  await records.close();
}
