import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CustomerId } from '#shared/model/ids.ts';
import type { DocumentName } from './records.ts';

/** Dossiers are spread over this many documents, so that a save is quick: about a hundred in each at 100,000 customers. */
export const DOCUMENTS = 1024;

/** Where earlier builds kept the private key with which a workspace signs what it hands over. */
export const SIGNING_KEY_FILE = 'signing-key.pem';

export const dossierFolder = (folder: string): string => join(folder, 'dossiers');
export const ledgerFolder = (folder: string): string => join(folder, 'ledgers');
export const quarantineFolder = (folder: string): string => join(folder, 'quarantine');

/** The document that a customer's dossier lies in: the first ten bits of the SHA-256 of its id. */
export function documentOf(id: string): DocumentName {
  const hash = createHash('sha256').update(id).digest();
  return (hash.readUInt16BE(0) >> 6).toString(16).padStart(3, '0');
}

/** The path of a document of dossiers in the workspace folder. */
export const fileOf = (document: DocumentName): string => `dossiers/${document}.json`;

/** The document that a file in the folder of dossiers is, if it is one. */
export function documentIn(file: string): DocumentName | undefined {
  return /^([0-3][0-9a-f]{2})\.json$/.exec(file)?.[1];
}

/** What a crash in the middle of a write leaves behind. */
export const isLeftover = (file: string): boolean => /\.[0-9a-f]{12}\.tmp$/.test(file);

/** Customers in the order in which they are stored: saving neighbours together writes few documents. */
export function inStorageOrder(customers: readonly CustomerId[]): CustomerId[] {
  return customers
    .map((id) => ({ id, document: documentOf(id) }))
    .sort((one, other) => (one.document < other.document ? -1 : Number(one.document > other.document)))
    .map(({ id }) => id);
}
