import { createHash } from 'node:crypto';
import { AuditEntry } from '#shared/model/audit.ts';
import { parseJson } from './document-layout.ts';
import { sealCompactly, unsealCompactly } from './sealing.ts';

/** What the first line continues. */
export const CHAIN_BEGINS = '';

/** What a line of the audit log says, before it is chained to the one before it. */
export type AuditNote = Omit<AuditEntry, 'hash'>;

/** An entry chained to the one before it: its hash is that of the previous hash and of everything it says. */
export function chained(previous: string, { act, at, by, count, customers, n }: AuditNote): AuditEntry {
  const note = { n, at, by, act, customers, count };
  return { ...note, hash: hashOf(previous, note) };
}

export function continues(previous: string, { hash, ...note }: AuditEntry): boolean {
  return hash === chained(previous, note).hash;
}

/** A line of the file: the entry as JSON, or its number and the sealed entry in base64. */
export function encodeLine(entry: AuditEntry, key: Uint8Array | null): string {
  const text = JSON.stringify(entry);
  if (key === null) return `${text}\n`;
  return `${entry.n} ${sealCompactly(key, Buffer.from(text), contextOf(entry.n)).toString('base64')}\n`;
}

/** The entry in a line, or null for what we did not write, or not with this key. */
export function decodeLine(line: string, key: Uint8Array | null): AuditEntry | null {
  const text = key === null ? line : openLine(line, key);
  const entry = AuditEntry.safeParse(text === null ? null : parseJson(text));
  return entry.success ? entry.data : null;
}

function openLine(line: string, key: Uint8Array): string | null {
  const [, n, sealed] = /^([1-9]\d{0,14}) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
  if (n === undefined || sealed === undefined) return null;
  const bytes = unsealCompactly(key, Buffer.from(sealed, 'base64'), contextOf(Number(n)));
  return bytes === null ? null : bytes.toString('utf8');
}

const contextOf = (n: number): string => `audit.log\n${n}`;

function hashOf(previous: string, note: AuditNote): string {
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(note)}`)
    .digest('hex');
}
