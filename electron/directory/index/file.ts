import { z } from 'zod';
import { Slices } from '#electron/directory/slices.ts';
import { NotWhole } from '#electron/records/derived.ts';
import { ResellerRelationship } from '#shared/model/dossier.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Invitation } from '#shared/model/invitation.ts';
import { PartReader, partOf } from './file-parts.ts';
import type { OrderName } from './orders.ts';
import type { Table } from './table.ts';
import { IndexTables, type InvitedCustomer } from './tables.ts';
import { CHUNK } from './text-column.ts';

/** What is kept of an index besides its tables. */
export interface Kept {
  readonly key: string;
  /** Each document with the stamp it had when its rows were made; rows name documents by their places here. */
  readonly documents: readonly (readonly [name: string, stamp: string])[];
  /** The customers of documents that can't be read any more. */
  readonly lost: readonly (readonly [document: string, customers: readonly { id: string; name: string }[]])[];
  readonly orders: readonly { readonly name: OrderName; readonly rows: Uint32Array<ArrayBuffer> }[];
}

const Header = z.object({
  format: z.literal('partner-console/index'),
  key: z.string(),
  littleEndian: z.boolean(),
  documents: z.array(z.tuple([z.string(), z.string()])),
  lost: z.array(z.tuple([z.string(), z.array(z.object({ id: z.string(), name: z.string() }))])),
  texts: z.record(z.string(), z.array(z.string())),
  sets: z.record(z.string(), z.array(z.array(z.number()))),
  sizes: z.record(z.string(), z.number().int().nonnegative()),
  oddGdapIds: z.array(z.tuple([z.string(), z.number().int().positive()])),
  orders: z.array(z.string()),
  invited: z.number().int().nonnegative(),
});

const InvitedLine = z.tuple([z.number().int(), z.array(Invitation), z.array(ResellerRelationship)]);

/**
 * How many chunks of text are written and read as one: a text so long is put where the garbage collector need not move
 * it, and the chunks are cut out of it without being copied.
 */
const TOGETHER = 256;

const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * An index as bytes, piece by piece: a header, then the columns as they lie in memory and the chunks of texts, each with
 * its length before it. Nothing in the index may change meanwhile.
 */
export function* encodeIndex(tables: IndexTables, kept: Kept): Generator<Uint8Array> {
  const header: z.input<typeof Header> = {
    format: 'partner-console/index',
    key: kept.key,
    littleEndian: IS_LITTLE_ENDIAN,
    documents: kept.documents.map(([name, stamp]) => [name, stamp]),
    lost: kept.lost.map(([name, customers]) => [name, [...customers]]),
    texts: mapValues(tables.texts, (texts) => texts.texts()),
    sets: mapValues(tables.sets, (sets) => sets.sets().map((set) => [...set])),
    sizes: mapValues(tablesOf(tables), ({ size }) => size),
    oddGdapIds: [...tables.oddGdapIds],
    orders: kept.orders.map(({ name }) => name),
    invited: tables.invited.size,
  };
  yield* partOf(Buffer.from(JSON.stringify(header)));
  for (const rows of Object.values(tablesOf(tables))) {
    for (const text of Object.values(rows.texts())) {
      for (let first = 0; first * CHUNK < rows.size; first += TOGETHER) {
        const chunks = Array.from({ length: TOGETHER }, (_, nth) => text.chunk(first + nth));
        yield* partOf(new Uint8Array(Uint32Array.from(chunks, ({ length }) => length).buffer));
        yield* partOf(Buffer.from(chunks.join('')));
      }
      yield* partOf(text.ends(rows.size));
    }
    for (const [name, column] of Object.entries(rows.columns())) {
      if (name !== 'changed') yield* partOf(column.bytes(rows.size));
    }
  }
  for (const { rows } of kept.orders) yield* partOf(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
  for (const [row, { invitations, resellers }] of tables.invited) {
    yield* partOf(Buffer.from(JSON.stringify([row, invitations, resellers])));
  }
}

/** The index that `encodeIndex` made bytes of, or `null` when it has another key, is not whole or is none. */
export async function decodeIndex(
  bytes: AsyncIterable<Uint8Array>,
  key: string,
): Promise<{ tables: IndexTables; kept: Kept } | null> {
  const parts = new PartReader(bytes);
  try {
    const header = Header.parse(JSON.parse((await parts.next()).toString('utf8')));
    if (header.key !== key || header.littleEndian !== IS_LITTLE_ENDIAN) return null;
    const read = await readTables(header, parts);
    return (await parts.isOver()) ? read : null;
  } catch (error) {
    // The index can always be made anew, so nobody need hear what is wrong with it.
    const isNone = error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError;
    if (isNone || error instanceof NotWhole) return null;
    throw error;
  } finally {
    await parts.close();
  }
}

async function readTables(header: z.output<typeof Header>, parts: PartReader) {
  const slices = new Slices();
  const tables = new IndexTables();
  for (const [name, texts] of Object.entries(tables.texts)) texts.load(header.texts[name] ?? []);
  for (const [name, sets] of Object.entries(tables.sets)) sets.load(header.sets[name] ?? []);
  if (slices.isOver()) await slices.next();
  for (const [table, rows] of Object.entries(tablesOf(tables))) {
    const size = header.sizes[table] ?? 0;
    for (const text of Object.values(rows.texts())) {
      text.load(await readChunks(parts, Math.ceil(size / CHUNK), slices), await parts.next());
    }
    for (const [name, column] of Object.entries(rows.columns())) {
      if (name !== 'changed') await parts.into(column.room(size));
      if (slices.isOver()) await slices.next();
    }
    rows.changed.reserve(size);
    rows.changed.data.fill(tables.version, 0, size);
    rows.recount(size);
    if (slices.isOver()) await slices.next();
  }
  for (const [id, count] of header.oddGdapIds) tables.oddGdapIds.set(id, count);
  const orders: Kept['orders'][number][] = [];
  for (const name of header.orders) orders.push({ name, rows: wordsIn(await parts.next()) });
  await tables.rows.fill(slices);
  for (let nth = 0; nth < header.invited; nth += 1) {
    const [row, invitations, resellers] = InvitedLine.parse(JSON.parse((await parts.next()).toString('utf8')));
    tables.invited.set(row, invitedCustomer(tables, row, { invitations, resellers }));
    if (slices.isOver()) await slices.next();
  }
  return { tables, kept: { key: header.key, documents: header.documents, lost: header.lost, orders } };
}

async function readChunks(parts: PartReader, count: number, slices: Slices): Promise<string[]> {
  const chunks: string[] = [];
  while (chunks.length < count) {
    const lengths = wordsIn(await parts.next());
    const text = (await parts.next()).toString('utf8');
    let at = 0;
    for (const length of lengths) {
      chunks.push(text.slice(at, at + length));
      at += length;
    }
    if (lengths.length !== TOGETHER || at !== text.length) throw new RangeError('A text has another length.');
    if (slices.isOver()) await slices.next();
  }
  return chunks.slice(0, count);
}

function invitedCustomer(
  { customers }: IndexTables,
  row: number,
  kept: Pick<InvitedCustomer, 'invitations' | 'resellers'>,
): InvitedCustomer {
  const domain = customers.domainOf(row);
  return {
    id: CustomerId.parse(customers.idOf(row)),
    name: { value: customers.nameOf(row) },
    domain: domain === null ? null : { value: domain },
    ...kept,
  };
}

/** Numbers of their own memory, wherever the bytes lie. */
function wordsIn(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(bytes.length / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(words.buffer).set(bytes);
  return words;
}

const tablesOf = ({ customers, delegations, subscriptions }: IndexTables): Readonly<Record<string, Table>> => ({
  customers,
  subscriptions,
  delegations,
});

const mapValues = <V, R>(values: Readonly<Record<string, V>>, make: (value: V) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)]));
