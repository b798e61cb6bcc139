import { z } from 'zod';
import type { Ledger } from '#electron/records/records.ts';
import type { KeptRecords } from '#electron/records/workspace.ts';
import { ABSENT } from './ledger.ts';

const Value = z.object({ state: z.string() });

/** A ledger of the records that holds which state it is in. */
export const keptValue = (records: KeptRecords): Promise<Ledger<z.infer<typeof Value>>> =>
  records.ledger('kept-value', Value, { state: ABSENT });

export async function keptValueFaults(records: KeptRecords, legal: readonly string[] = [ABSENT]): Promise<string[]> {
  const { state } = (await keptValue(records)).value;
  return legal.includes(state) ? [] : [`The ledger is in a state that it may not be in: ${state}`];
}
