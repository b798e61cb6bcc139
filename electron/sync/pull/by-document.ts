import { z } from 'zod';
import { parseJson } from '#electron/records/document-layout.ts';
import type { DocumentName } from '#electron/records/records.ts';
import type { PullContext } from '#electron/sync/source.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncStep } from '#shared/model/sync.ts';
import { Reading } from './reading.ts';
import type { StepPage } from './steps.ts';

/**
 * How many customers are asked about together, where so many are left, and in how many documents they lie at most. Fewer
 * would leave the service idle between two saves; more would be asked about again after the process was killed.
 */
const CUSTOMERS = 100;
const DOCUMENTS = 32;

/** The last document that is done, and how much was done with it. */
const Place = z.object({ document: z.string(), done: z.number().int().nonnegative() });

interface Work {
  /** How much there is to do. */
  readonly of: number;
  /** Asks about one customer; gives how much is done with that. */
  ask(dossier: Dossier, reading: Reading): Promise<number>;
}

/**
 * Goes through the customers we know, in the order of the documents of the records: what is asked about those of some
 * documents is recorded in one save, and the last one's name is the place to go on from. A damaged document costs its
 * customers.
 */
export async function* byDocument(
  step: SyncStep,
  from: string | null,
  context: PullContext,
  { ask, of }: Work,
): AsyncGenerator<StepPage> {
  const { progress, records } = context;
  const place = from === null ? undefined : Place.safeParse(parseJson(from)).data;
  const names = [...records.documents().keys()].sort().filter((name) => !place || name > place.document);
  let done = place?.done ?? 0;
  const tell = () => progress(step, done, Math.max(of, done));
  tell();
  do {
    const reading = new Reading(step);
    const { dossiers, last } = take(names, records, reading);
    await Promise.all(
      dossiers.map(async (dossier) => {
        // In one line with `await`, the sum would begin before the others were added.
        const more = await ask(dossier, reading.part());
        done += more;
        tell();
      }),
    );
    const isOver = names.length === 0;
    const at = isOver ? null : JSON.stringify({ document: last, done });
    yield { reading, at, done, of: isOver ? done : Math.max(of, done) };
  } while (names.length > 0);
}

/** Takes the customers of the next documents off the list. */
function take(names: DocumentName[], records: PullContext['records'], reading: Reading) {
  const dossiers: Dossier[] = [];
  let last: DocumentName | undefined;
  for (let nth = 0; nth < DOCUMENTS && dossiers.length < CUSTOMERS; nth += 1) {
    const name = names.shift();
    if (name === undefined) break;
    last = name;
    dossiers.push(...read(name, records, reading));
  }
  return { dossiers, last };
}

function read(name: DocumentName, records: PullContext['records'], reading: Reading): readonly Dossier[] {
  try {
    return records.document(name);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'damaged') throw error;
    reading.refuse({ id: name, customer: null, key: 'documentUnreadable', values: { document: name } });
    return [];
  }
}
