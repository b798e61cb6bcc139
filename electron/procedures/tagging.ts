import { inSlices } from '#electron/directory/slices.ts';
import { inStorageOrder } from '#electron/records/workspace.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { openWorkspace, type Session } from './session.ts';

/** How many customers are saved at a time. */
const PORTION = 2_000;

/**
 * Puts a tag on customers or takes it off, portion by portion; gives how many of them changed, and how many can't be read.
 * Told again after it was broken off, it goes on with those that are left.
 */
export async function tagCustomers(
  session: Session,
  customers: readonly CustomerId[],
  tag: string,
  on: boolean,
): Promise<{ changed: number; unreadable: number }> {
  const { directory, now, records, staff } = openWorkspace(session);
  const at = now.toISOString();
  const inOrder = inStorageOrder([...new Set(customers)]);
  let changed = 0;
  let unreadable = 0;
  for (let first = 0; first < inOrder.length; first += PORTION) {
    const next: Dossier[] = [];
    await inSlices(inOrder.slice(first, first + PORTION), (id) => {
      const dossier = readable(() => directory.dossier(id));
      if (!dossier) unreadable += 1;
      else if (dossier.tags.includes(tag) !== on) next.push(withTag(dossier, tag, on, at, staff));
    });
    if (next.length > 0) await records.save(next, { by: staff, act: 'tags-changed' });
    changed += next.length;
  }
  return { changed, unreadable };
}

/** Undefined for a dossier in a damaged document, which must not keep the others waiting. */
function readable(read: () => Dossier): Dossier | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'damaged') return undefined;
    throw error;
  }
}

function withTag(dossier: Dossier, tag: string, on: boolean, at: Instant, by: string): Dossier {
  return {
    ...dossier,
    tags: on ? [...dossier.tags, tag] : dossier.tags.filter((one) => one !== tag),
    history: [...dossier.history, { at, by, event: 'tags-changed', source: null, subjects: [`tag:${tag}`] }],
  };
}
