import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Directory } from '#electron/directory/directory.ts';
import { detectAcceptance } from '#electron/invitations/acceptance.ts';
import { importFile } from '#electron/sync/files/import.ts';
import { reconciliationFile } from '#test/generator/files.ts';
import { daysFromNow, NOW } from '#test/generator/world.ts';
import type { Task, Tell } from './contestant.ts';
import { openIndexOf, openWorkspaceIn } from './ours.ts';
import { watched } from './stall.ts';

/** Charge rows that a customer has in the file: 400,000 for 100,000 customers. */
const ROWS_A_CUSTOMER = 4;

/** Imports a reconciliation file into the workspace as the window does it, the index being kept in step. */
export async function importReconciliation({ customers, folder, world }: Task, tell: Tell): Promise<void> {
  const rows = customers * ROWS_A_CUSTOMER;
  // Read from the disk, so that the memory the generator takes is not counted.
  const file = join(folder, 'reconciliation-2026-11.csv');
  await writeFile(file, reconciliationFile({ world, customers, rows }));
  const bytes = await openAsBlob(file);
  const records = await openWorkspaceIn(folder);
  await records.saveSurroundings(world.surroundings);
  const index = await openIndexOf(records);
  const directory = new Directory(records, index);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const us = records.profile.partner.tenantId;
  const { result, stall, took } = await watched(() =>
    importFile(
      { name: 'reconciliation-2026-11.csv', bytes, modifiedAt: daysFromNow(-0.2) },
      {},
      {
        records,
        now: NOW.toISOString(),
        by: records.profile.staff.id,
        holders: (id) => directory.holders(id),
        invited: () => [...directory.invited()].map(({ id }) => id),
        conclude: (dossier) => detectAcceptance(dossier, us, NOW),
      },
    ),
  );
  if (result.rows !== rows || result.rejected.length > 0) throw new Error(`Of ${rows} rows ${result.rows} were read.`);
  const of = `import of ${rows} rows`;
  tell(`${of}, file`, bytes.size / 1e6, 'MB');
  tell(of, took, 'ms');
  tell(`${of}, longest stall`, stall, 'ms');
  tell(`${of}, RSS before`, before / 1048576, 'MB');
  tell(`${of}, peak RSS`, process.resourceUsage().maxRSS / 1024, 'MB');
  await index.close();
  await records.close();
}
