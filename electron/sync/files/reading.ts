import { Slices } from '#electron/directory/slices.ts';
import type { Findings } from '#electron/sync/findings.ts';
import type { FileKind } from '#shared/model/imports.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Account } from './account.ts';
import { decodeFile, type Encoding } from './decode.ts';
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

/** How much of a file is copied at a time, in bytes: a moment's work. */
const PIECE = 4 * 1024 * 1024;

/** What a file turned out to be. */
export interface ReadFile {
  readonly kind: FileKind;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
}

/** What goes into reading, and where it ends up. */
interface Reading {
  readonly file: string;
  readonly utf8: Buffer;
  readonly scope: FileScope;
  readonly account: Account;
  readonly findings: Findings;
}

/**
 * Reads a whole file into findings and the account of its rows, and changes no records: a file that can't be trusted as
 * a whole is a problem. Its bytes are in memory no longer than that takes. `onProgress` is told how many of its bytes are read.
 */
export async function readFileInto(
  findings: Findings,
  account: Account,
  { bytes: blob, name: file }: { readonly name: string; readonly bytes: Blob },
  scope: FileScope,
  onProgress: (bytes: number) => void,
): Promise<ReadFile> {
  const bytes = await bytesOf(blob);
  const { encoding, utf8 } = await decodeFile(file, bytes);
  const first = utf8.find((byte) => byte > 0x20);
  if (first === undefined) throw new ProblemError('bad-input', 'import.emptyFile', { file });
  const reading: Reading = { file, utf8, scope, account, findings };
  const isJson = first === 0x7b || first === 0x5b;
  const share = (read: number) => onProgress(Math.round((read / utf8.length) * bytes.length));
  const { delimiter, kind } = isJson ? await readJson(reading) : await readTable(reading, share);
  account.endOfRows();
  return { kind, encoding, delimiter };
}

/** The bytes of a file, copied piece by piece so that a large one holds nobody up. */
async function bytesOf(blob: Blob): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(blob.size);
  for (let at = 0; at < blob.size; at += PIECE) {
    bytes.set(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()), at);
  }
  return bytes;
}

async function readTable(reading: Reading, onProgress: (bytes: number) => void) {
  const { account, file, findings, scope, utf8 } = reading;
  const delimiter = detectDelimiter(utf8);
  const records = readDelimited(file, utf8, delimiter, onProgress);
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
    if (record.cells.length === width) account.row(record.line, row(record.cells), reader, findings);
  }
  // Of a file that was cut off nobody knows what else is missing.
  if (cut && last !== null && isCutOff(last, width, endings, kind.endsWhole)) {
    throw new ProblemError('bad-input', 'import.truncated', { file, line: last.line });
  }
  await tellRest(reader, reading);
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

async function readJson(reading: Reading) {
  const { account, file, findings, scope, utf8 } = reading;
  const text = utf8.toString('utf8');
  const body = parseBody(file, text);
  const kind = recogniseBody(file, body);
  const reader = kind.open(scope, body);
  const slices = new Slices();
  for (const { line, item } of rowsOf(text, body, kind.list)) {
    account.row(line, item, reader, findings);
    if (slices.isOver()) await slices.next();
  }
  await tellRest(reader, reading);
  return { kind: kind.kind, delimiter: null };
}

/** What is known only when all rows are read: what they say together, and the lists that the file held whole. */
async function tellRest<Row>(reader: RowReader<Row>, { account, findings }: Reading): Promise<void> {
  const slices = new Slices();
  for (const told of reader.held?.() ?? []) {
    findings.tell(told);
    if (slices.isOver()) await slices.next();
  }
  if (account.anyRejected) return;
  for (const list of reader.lists?.() ?? []) {
    findings.tellList(list);
    if (slices.isOver()) await slices.next();
  }
}
