import type { Told } from '#electron/sync/findings.ts';
import type { ListObservation, Observation } from '#electron/sync/observations.ts';
import type { KnownPartners } from '#electron/sync/purchases.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, DelegationId } from '#shared/model/ids.ts';
import type { FileKind } from '#shared/model/imports.ts';
import type { Body } from './json.ts';

/** What a reader may know besides its rows. */
export interface FileScope {
  readonly known: KnownPartners;
  /** The customer that the person named, for files that do not say whose facts they hold. */
  readonly customer: CustomerId | undefined;
  /** The relationship that the person named, for access assignments. */
  readonly relationship: DelegationId | undefined;
  readonly dossier: (id: CustomerId) => Dossier | undefined;
  /** Subscriptions of that customer which the records need not have yet. */
  readonly sold?: ReadonlySet<string>;
  /** The customers whose dossier holds this relationship. */
  readonly holders: (relationship: DelegationId) => readonly CustomerId[];
}

/** Reads the rows of one file in turn; it may remember. */
export interface RowReader<Row> {
  /** What a row says, or `null` when it is held back until all rows are read. Throws `RowRejected`. */
  read(row: Row): Observation | null;
  /** What the held rows say together. */
  held?(): Iterable<Told>;
  /** The lists that the file held whole; asked for only when no row was rejected. */
  lists?(): Iterable<ListObservation>;
}

/** A column of a delimited file. */
export interface Column {
  /** As the documented English header has it. */
  readonly header: string;
  /** Other headers that mean the same: other languages, other spellings. */
  readonly also?: readonly string[];
  /** For a header that stands there several times: which one, from 0. */
  readonly nth?: number;
  readonly optional?: boolean;
}

/** One row of a delimited file; its cells are asked for by the kind's own column names. */
export interface DelimitedRow<Name extends string> {
  /** The cell without surrounding white space; empty when the file has no such column. */
  readonly cell: (name: Name) => string;
  /** The column's header, for messages. */
  readonly header: (name: Name) => string;
}

export interface DelimitedKind<Name extends string = string> {
  readonly kind: FileKind;
  readonly columns: Readonly<Record<Name, Column>>;
  /** Whether a last cell is whole, where its column takes known words only: tells a file that was cut off inside it. */
  readonly endsWhole?: (cell: string) => boolean;
  /** `has` tells whether the file has an optional column. */
  readonly open: (scope: FileScope, has: (name: Name) => boolean) => RowReader<DelimitedRow<Name>>;
}

export interface BodyKind {
  readonly kind: FileKind;
  /** The top-level list whose items are the rows; `null` when the body itself is the only row. */
  readonly list: 'items' | 'value' | null;
  readonly open: (scope: FileScope, body: Body) => RowReader<unknown>;
}
