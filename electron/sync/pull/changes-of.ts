import { Slices } from '#electron/directory/slices.ts';
import type { Records } from '#electron/records/records.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Change, Clash, CustomerChange } from '#shared/model/sync.ts';

/** What runs found to be otherwise than before, as the histories of the dossiers tell: seconds for very many. */
export async function* changesOf(records: Records, ...runs: readonly string[]): AsyncGenerator<CustomerChange> {
  for await (const dossier of readableDossiers(records)) {
    const { id: customer, name } = dossier;
    for (const change of changesIn(dossier, runs)) yield { ...change, customer, customerName: name.value };
  }
}

/** A clash that waits for a person, and whose it is. */
export type OpenClash = Clash & { readonly customer: CustomerId };

/** How much is otherwise than before a run, and every clash that waits for a person. */
export async function survey(records: Records, run: string) {
  const changes = { appeared: 0, changed: 0, gone: 0 };
  const clashes: OpenClash[] = [];
  for await (const dossier of readableDossiers(records)) {
    for (const { how } of changesIn(dossier, [run])) changes[how === 'returned' ? 'appeared' : how] += 1;
    for (const clash of dossier.clashes ?? []) {
      if (clash.resolved === null) clashes.push({ ...clash, customer: dossier.id });
    }
  }
  return { changes, clashes };
}

function changesIn({ history }: Dossier, runs: readonly string[]): readonly Change[] {
  return history.flatMap(({ changes = [], run }) => (run !== undefined && runs.includes(run) ? changes : []));
}

async function* readableDossiers(records: Records): AsyncGenerator<Dossier> {
  const slices = new Slices();
  for (const name of [...records.documents().keys()].sort()) {
    yield* read(name, records);
    if (slices.isOver()) await slices.next();
  }
}

/** None of a document that is damaged, which is told elsewhere. */
function read(name: string, records: Records): readonly Dossier[] {
  try {
    return records.document(name);
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}
