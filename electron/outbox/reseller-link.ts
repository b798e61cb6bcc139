import { mergeSurroundings } from '#electron/sync/merge-surroundings.ts';
import { resellerLinkIn } from './answers.ts';
import type { Errand } from './errand.ts';

/** Fetches the link by which customers accept us as their reseller, and keeps it, verbatim, with the workspace's surroundings. */
export async function fetchResellerLink(errand: Errand): Promise<void> {
  const answer = await errand.read(errand.requests.getResellerLink());
  const link = resellerLinkIn(answer);
  await errand.inTurn(async () => {
    const { records } = errand;
    const before = records.surroundings();
    const sighting = { source: 'partner-center', asOf: answer.at };
    const { surroundings } = mergeSurroundings(before, { about: 'reseller-link', link }, sighting);
    if (surroundings === before) return;
    await records.saveSurroundings(surroundings, { by: errand.entry.by, act: 'reseller-link-fetched' });
  });
  await errand.did('fetch', { delegation: null, link });
}
