import { codeOf } from '#electron/records/durable-file.ts';
import { DurableStream } from '#electron/records/durable-stream.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { CsvTable } from './csv.ts';
import type { Column, EachRow, Write } from './table.ts';
import { XlsxTable } from './xlsx.ts';

/**
 * Writes a file piece by piece, in the place of one of that name. It appears when it is whole and on the disk; nothing is
 * left of one that fails, and the one before stays. One that can't be written is a problem.
 */
export async function writeReport<T>(path: string, work: (write: Write) => Promise<T>): Promise<T> {
  let stream: DurableStream | undefined;
  try {
    const opened = await DurableStream.open(path);
    stream = opened;
    const done = await work((piece) => opened.write(piece));
    await opened.commit();
    return done;
  } catch (error) {
    await stream?.discard();
    const code = codeOf(error);
    if (error instanceof ProblemError || code === undefined) throw error;
    throw new ProblemError('refused', 'reportUnwritable', { file: path, reason: code });
  }
}

/** Writes a table with a head; gives how many rows it has. */
export function writeTable<Row>(
  path: string,
  { columns, format, title }: { columns: readonly Column<Row>[]; format: 'csv' | 'xlsx'; title: string },
  eachRow: EachRow<Row>,
): Promise<number> {
  return writeReport(path, async (write) => {
    const widths = columns.map(({ width }) => width);
    const table = format === 'csv' ? new CsvTable(write) : new XlsxTable(write, title, widths);
    await table.add([columns.map(({ name }) => name)]);
    let count = 0;
    await eachRow(async (rows) => {
      count += rows.length;
      await table.add(rows.map((row) => columns.map((column) => column.cell(row))));
    });
    await table.finish();
    return count;
  });
}
