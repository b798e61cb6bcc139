import { readFile } from 'node:fs/promises';
import { type ImportOptions, importFile } from '#electron/sync/files/import.ts';
import { CustomerId, type DelegationId } from '#shared/model/ids.ts';
import type { ImportReport } from '#shared/model/imports.ts';
import { MemoryRecords, sampleProfile } from '#test/unit/support/memory-records.ts';

export const NOW = '2026-11-22T08:00:00.000Z';
const WRITTEN = '2026-11-20T08:00:00.000Z';

const SAMPLES = new URL('../../fixtures/samples/', import.meta.url);

/** The bytes of a sample file, such as `csv/Customers.csv`. */
export async function sample(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(path, SAMPLES)));
}

/** A workspace of the samples' partner, and a way to hand it files. */
export function workspace(changes: Record<string, unknown> = {}) {
  const records = new MemoryRecords(sampleProfile(changes));
  const hand = (name: string, content: string | Uint8Array, options: ImportOptions = {}, modifiedAt = WRITTEN) => {
    const bytes = new Blob([typeof content === 'string' ? content : new Uint8Array(content)]);
    const into = {
      records,
      now: NOW,
      by: 'li@tailwind.example',
      holders: (id: DelegationId) => records.holders(id),
      invited: () => records.invited(),
    };
    return importFile({ name, bytes, modifiedAt }, options, into);
  };
  return {
    records,
    hand,
    handSample: async (path: string, options: ImportOptions = {}, modifiedAt = WRITTEN) =>
      hand(path.replace(/^.*\//u, ''), await sample(path), options, modifiedAt),
    dossier: (id: string) => {
      const dossier = records.dossier(CustomerId.parse(id));
      if (dossier === undefined) throw new Error(`no dossier ${id}`);
      return dossier;
    },
  };
}

/** The counts of a report, and for each rejected row its line and reason. */
export function brief({ kind, rows, added, updated, unchanged, rejected }: ImportReport) {
  return { kind, rows, added, updated, unchanged, rejected: rejected.map(({ line, key }) => `${line} ${key}`) };
}
