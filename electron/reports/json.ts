import { Slices } from '#electron/directory/slices.ts';
import type { Records } from '#electron/records/records.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { writeReport } from './report-file.ts';
import { Spool } from './spool.ts';

/** What a dossier gives to a list, in an order of its own. */
export type ItemsOf = (dossier: Dossier) => readonly object[];

/**
 * Writes one array (JSON, UTF-8) of what every dossier gives, by customer id, a line for each; gives how many there are.
 * What lies in a document that is damaged is left out.
 */
export function writeJson(path: string, records: Records, itemsOf: ItemsOf): Promise<number> {
  return writeReport(path, async (write) => {
    const spool = await Spool.beside(path);
    try {
      const count = await fill(spool, records, itemsOf);
      let isFirst = true;
      for await (const texts of spool.inOrder()) {
        const piece = Buffer.concat(texts);
        // Each item comes with the comma before it.
        await write(isFirst ? Buffer.concat([Buffer.from('['), piece.subarray(1)]) : piece);
        isFirst = false;
      }
      await write(isFirst ? '[]\n' : '\n]\n');
      return count;
    } finally {
      await spool.close();
    }
  });
}

/** Documents hold customers by a digest of their ids: they are put in order afterwards. */
async function fill(spool: Spool, records: Records, itemsOf: ItemsOf): Promise<number> {
  const slices = new Slices();
  let count = 0;
  for (const name of records.documents().keys()) {
    for (const dossier of readable(name, records)) {
      const items = itemsOf(dossier);
      count += items.length;
      if (items.length > 0) await spool.put(dossier.id, items.map((item) => `,\n${JSON.stringify(item)}`).join(''));
      if (slices.isOver()) await slices.next();
    }
    if (slices.isOver()) await slices.next();
  }
  return count;
}

function readable(name: string, records: Records): readonly Dossier[] {
  try {
    return records.document(name);
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}
