import type { Records } from '#electron/records/records.ts';
import { breathe } from '#electron/sync/breathe.ts';
import { Intake } from '#electron/sync/intake.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, DelegationId, Instant } from '#shared/model/ids.ts';
import type { ImportReport } from '#shared/model/imports.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { Account } from './account.ts';
import { decodeFile } from './decode.ts';
import { type DelimitedRecord, type Delimiter, detectDelimiter, readDelimited } from './delimited.ts';
import { recogniseHeader } from './header.ts';
import { parseBody, rowsOf } from './json.ts';
import type { DelimitedKind, FileScope, RowReader } from './kind.ts';
import { gdapRelationships } from './kinds/gdap-relationships.ts';
import { gdapSecurityGroups } from './kinds/gdap-security-groups.ts';
import { portalCustomers } from './kinds/portal-customers.ts';
import { portalSubscriptions } from './kinds/portal-subscriptions.ts';
import { reconciliationLicense } from './kinds/reconciliation-license.ts';
import { recogniseBody } from './recognise-body.ts';
import { RowRejected } from './rejected.ts';

const DELIMITED_KINDS: readonly DelimitedKind[] = [
  portalCustomers,
  portalSubscriptions,
  gdapRelationships,
  gdapSecurityGroups,
  reconciliationLicense,
];

const LINE_FEED = 0x0a;

/** How many rows are taken between two turns of the event loop where the rows are already in memory. */
const ROWS_A_TURN = 200;

export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When the file was last written: as of when its facts held. */
  readonly modifiedAt: Instant;
}

export interface ImportOptions {
  /** Whose facts these are, for files that do not say. */
  readonly customer?: CustomerId;
  /** Which relationship's, for access assignments. */
  readonly relationship?: DelegationId;
}

export interface ImportInto {
  readonly records: Records;
  readonly now: Instant;
  /** The member of staff who imports, for the history. */
  readonly by: string;
  /** What follows from the new facts of a dossier; it is saved with them. */
  readonly conclude?: (dossier: Dossier) => Dossier;
}

/**
 * Imports one file: finds out encoding, delimiter and kind, takes every row or says why not, and saves once at the end.
 * A file that can't be read as a whole is a problem, and nothing of it is recorded. The same file again changes nothing.
 */
export async function importFile(file: ImportedFile, options: ImportOptions, into: ImportInto): Promise<ImportReport> {
  const { records } = into;
  if (options.customer !== undefined && records.dossier(options.customer) === undefined) {
    throw new ProblemError('not-found', 'unknownCustomer', { customer: options.customer });
  }
  const intake = new Intake(records, { source: `file:${file.name}`, asOf: file.modifiedAt });
  const account = new Account();
  const scope = scopeOf(options, records, intake);
  const { encoding, utf8 } = await decodeFile(file.name, file.bytes);
  const first = utf8.find((byte) => byte > 0x20);
  if (first === undefined) throw new ProblemError('bad-input', 'import.emptyFile', { file: file.name });
  const isJson = first === 0x7b || first === 0x5b;
  const { kind, delimiter } = isJson
    ? { kind: await readJson(file.name, utf8, scope, account, intake), delimiter: null }
    : await readTable(file.name, utf8, scope, account, intake);

  const { dossiers, surroundings } = await intake.harvest(into.now, into.by, into.conclude);
  if (dossiers.length > 0) await records.save(dossiers);
  if (surroundings !== null) await records.saveSurroundings(surroundings);
  return { file: file.name, kind, encoding, delimiter, ...account.totals() };
}

async function readTable(file: string, utf8: Buffer, scope: FileScope, account: Account, intake: Intake) {
  const delimiter: Delimiter = detectDelimiter(utf8);
  const records = readDelimited(file, utf8, delimiter);
  const header = await records.next();
  const cells = header.done ? [] : header.value.cells;
  const { kind, width, has, row } = recogniseHeader(file, cells, DELIMITED_KINDS);
  const reader = kind.open(scope, has);
  const cut = utf8.at(-1) !== LINE_FEED;
  const endings = new Set<string>();
  let last: DelimitedRecord | null = null;
  for await (const record of records) {
    if (cut && last !== null) endings.add(last.cells.at(-1) ?? '');
    last = record;
    account.attempt(record.line, () => refuseRagged(record, width));
    if (record.cells.length === width) account.row(record.line, row(record.cells), reader, intake);
  }
  // Of a file that was cut off nobody knows what else is missing.
  if (cut && last !== null && isCutOff(last, width, endings, kind.endsWhole)) {
    throw new ProblemError('bad-input', 'import.truncated', { file, line: last.line });
  }
  await settle(reader, account, intake);
  return { kind: kind.kind, delimiter };
}

/**
 * Whether a last row without a line end was cut off: it lacks cells, or its last cell is the mere beginning of what
 * other rows have there ("Cloud Res"), or no word that its column takes.
 */
function isCutOff(
  { cells }: DelimitedRecord,
  width: number,
  endings: ReadonlySet<string>,
  endsWhole: ((cell: string) => boolean) | undefined,
): boolean {
  if (cells.length < width) return true;
  const ending = cells.at(-1) ?? '';
  if (endsWhole && ending !== '' && !endings.has(ending) && !endsWhole(ending)) return true;
  return ending !== '' && !endings.has(ending) && [...endings].some((whole) => whole.startsWith(ending));
}

function refuseRagged({ cells }: DelimitedRecord, width: number): void {
  if (cells.length !== width) throw new RowRejected('cellCount', { cells: cells.length, columns: width });
}

async function readJson(file: string, utf8: Buffer, scope: FileScope, account: Account, intake: Intake) {
  const text = utf8.toString('utf8');
  const body = parseBody(file, text);
  const kind = recogniseBody(file, body);
  const reader = kind.open(scope, body);
  let turn = 0;
  for (const { line, item } of rowsOf(text, body, kind.list)) {
    account.row(line, item, reader, intake);
    if (++turn % ROWS_A_TURN === 0) await breathe();
  }
  await settle(reader, account, intake);
  return kind.kind;
}

async function settle<Row>(reader: RowReader<Row>, account: Account, intake: Intake): Promise<void> {
  let turn = 0;
  for (const { rows, observation } of reader.held?.() ?? []) {
    account.held(rows, intake.take(observation));
    if (++turn % ROWS_A_TURN === 0) await breathe();
  }
  if (account.anyRejected) return;
  for (const list of reader.lists?.() ?? []) intake.close(list);
}

function scopeOf({ customer, relationship }: ImportOptions, records: Records, intake: Intake): FileScope {
  const holders = (id: DelegationId) => {
    const found: CustomerId[] = [];
    for (const dossier of records.dossiers()) {
      if (dossier.delegations.some((one) => one.id === id)) found.push(dossier.id);
    }
    return found;
  };
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
    dossier: (id) => intake.dossier(id),
    holders,
  };
}
