import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Directory } from '#electron/directory/directory.ts';
import { CustomerIndex, openIndex } from '#electron/directory/index/customer-index.ts';
import { CustomerRows } from '#electron/directory/index/customer-rows.ts';
import { CustomerTable } from '#electron/directory/index/customer-table.ts';
import { PartReader, partOf } from '#electron/directory/index/file-parts.ts';
import { idKeyOf } from '#electron/directory/index/table.ts';
import { Slices } from '#electron/directory/slices.ts';
import { sampleDossiers } from '#electron/sample/dossiers.ts';
import { SAMPLE_PROFILE } from '#electron/sample/partner.ts';
import { SubscriptionQuery } from '#shared/contract/customers.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { MemoryRecords } from '#test/unit/support/memory-records.ts';

const NOW = new Date('2026-11-22T00:00:00Z');
const clock = () => NOW;

describe('the parts of a file', () => {
  it('come out as they went in, wherever the file was cut', async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 50 }), async (written, cut) => {
        const whole = Buffer.concat(written.flatMap((part) => [...partOf(part)]));
        const reader = new PartReader(cutInto(whole, cut));
        for (const [nth, part] of written.entries()) {
          const read = new Uint8Array(part.length);
          if (nth % 2 === 0) read.set(await reader.next());
          else await reader.into(read);
          expect(read).toEqual(Uint8Array.from(part));
        }
        expect(await reader.isOver()).toBe(true);
        await expect(reader.next()).rejects.toThrow(RangeError);
      }),
    );
  });

  it('are refused when they are cut off or have another length', async () => {
    const whole = Buffer.concat([...partOf(Buffer.from('Contoso'))]);
    await expect(new PartReader(cutInto(whole.subarray(0, -1), 3)).next()).rejects.toThrow(RangeError);
    await expect(new PartReader(cutInto(whole, 3)).into(new Uint8Array(6))).rejects.toThrow(RangeError);
  });
});

describe('the rows of customers by id', () => {
  const ids = Array.from({ length: 300 }, (_, nth) =>
    CustomerId.parse(`55555555-5555-4555-8555-${String(nth).padStart(12, '0')}`),
  );
  const steps = fc.array(fc.record({ nth: fc.nat({ max: 299 }), comes: fc.boolean() }), { maxLength: 400 });

  it('are found for whoever is there, whoever came and went', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const customers = new CustomerTable();
        const rows = new CustomerRows(customers);
        const expected = new Map<CustomerId, number>();
        for (const { comes, nth } of taken) {
          const id = ids[nth] ?? CustomerId.parse('');
          const known = expected.get(id);
          if (comes && known === undefined) {
            const row = customers.take();
            customers.document.data[row] = 0;
            customers.idKey.data[row] = idKeyOf(id);
            customers.id.set(row, id);
            rows.add(row, id);
            expected.set(id, row);
          } else if (!comes && known !== undefined) {
            rows.delete(id);
            customers.document.data[known] = 0xffff;
            customers.release(known);
            expected.delete(id);
          }
        }
        const found = () => ids.map((id) => rows.get(id));
        expect(found()).toEqual(ids.map((id) => expected.get(id)));
        await rows.fill(new Slices());
        expect(found()).toEqual(ids.map((id) => expected.get(id)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('an index that is written', () => {
  it('is of one moment, even if dossiers are saved meanwhile', async () => {
    const [first, ...others] = sampleDossiers(NOW);
    if (!first) throw new Error('the sample has customers');
    const records = new OvertakenRecords(SAMPLE_PROFILE);
    await records.save([first, ...others]);
    const index = await openIndex(records, undefined, { clock, keeps: true });
    records.meanwhile = [
      () => records.save([{ ...first, name: { ...first.name, value: 'Renamed once' } }]),
      () => records.save([{ ...first, name: { ...first.name, value: 'Renamed twice' } }]),
    ];
    await index.save();
    expect(records.meanwhile).toEqual([]);
    const kept = await CustomerIndex.open(records, { clock });
    expect(kept.stale()).toBe(0);
    const row = kept.tables.rows.get(first.id);
    expect(kept.tables.customers.nameOf(row ?? -1)).toBe('Renamed twice');
  });
});

describe('the counts of all subscriptions', () => {
  it('follow the clock while no dossier changes', async () => {
    const records = new MemoryRecords(SAMPLE_PROFILE);
    await records.save(sampleDossiers(NOW));
    const kept = new Directory(records, await openIndex(records, undefined, { clock }));
    const endings: string[] = [];
    for (const days of [0, 30, 90, 30, 400, 0]) {
      const then = new Date(NOW.getTime() + days * 86_400_000);
      const { facets } = await kept.subscriptions(SubscriptionQuery.parse({}), then);
      const fresh = new Directory(records, await openIndex(records, undefined, { clock }));
      expect(facets).toEqual((await fresh.subscriptions(SubscriptionQuery.parse({}), then)).facets);
      endings.push(JSON.stringify(facets.ending));
    }
    expect(new Set(endings).size).toBeGreaterThan(1);
  });
});

/** In which something is saved while something derived is written. */
class OvertakenRecords extends MemoryRecords {
  meanwhile: (() => Promise<void>)[] = [];

  override writeDerived(name: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    return super.writeDerived(name, this.#overtaken(bytes));
  }

  async *#overtaken(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let place = 0;
    for await (const piece of bytes) {
      yield piece;
      place += 1;
      if (place === 5) await this.meanwhile.shift()?.();
    }
  }
}

async function* cutInto(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
