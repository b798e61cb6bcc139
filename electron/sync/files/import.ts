import { Findings } from '#electron/sync/findings.ts';
import { type RecordInto, recordFindings } from '#electron/sync/recording.ts';
import type { CustomerId, DelegationId, Instant } from '#shared/model/ids.ts';
import type { ImportReport } from '#shared/model/imports.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { Account } from './account.ts';
import type { FileScope } from './kind.ts';
import { readFileInto } from './reading.ts';

export interface ImportedFile {
  readonly name: string;
  readonly bytes: Blob;
  /** When the file was last written: as of when its facts held. */
  readonly modifiedAt: Instant;
}

export interface ImportOptions {
  /** Whose facts these are, for files that do not say. */
  readonly customer?: CustomerId;
  /** Which relationship's, for access assignments. */
  readonly relationship?: DelegationId;
}

export interface ImportInto extends RecordInto {
  /** The customers that have a delegation of this id. */
  readonly holders: (id: DelegationId) => readonly CustomerId[];
  /** Told now and then how much of the whole is done. */
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Imports one file: finds out encoding, delimiter and kind, reads every row or says why not, then records what the rows
 * say, batch by batch. A file that can't be read as a whole is a problem, and nothing of it is recorded. The same file
 * again changes nothing; one whose recording was cut short is completed by importing it again.
 */
export async function importFile(file: ImportedFile, options: ImportOptions, into: ImportInto): Promise<ImportReport> {
  const { onProgress = () => undefined, records } = into;
  const scope = scopeOf(options, into);
  const account = new Account();
  const findings = new Findings((id) => records.documentOf(id));
  // Reading counts as the first half of the work, recording as the second.
  const of = 2 * file.bytes.size;
  const read = await readFileInto(findings, account, file, scope, (bytes) => onProgress(bytes, of));
  const sighting = { source: `file:${file.name}`, asOf: file.modifiedAt };
  await recordFindings(findings, sighting, into, {
    settle: (rows, outcome) => account.settle(rows, outcome),
    progress: (done, documents) => onProgress(Math.round((of / 2) * (1 + done / documents)), of),
  });
  return { file: file.name, ...read, ...account.totals() };
}

function scopeOf({ customer, relationship }: ImportOptions, { holders, records }: ImportInto): FileScope {
  if (customer !== undefined && records.dossier(customer) === undefined) {
    throw new ProblemError('not-found', 'unknownCustomer', { customer });
  }
  if (relationship !== undefined) {
    const found = holders(relationship);
    if (found.length === 0 || (customer !== undefined && !found.includes(customer))) {
      throw new ProblemError('not-found', 'import.unknownRelationship', { relationship });
    }
  }
  return {
    known: { profile: records.profile, surroundings: records.surroundings() },
    customer,
    relationship,
    dossier: (id) => records.dossier(id),
    holders,
  };
}
