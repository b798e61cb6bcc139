import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type ParseError, parse } from 'jsonc-parser';
import { decodeFile } from '#electron/sync/files/decode.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Terminal } from './terminal.ts';

/** The JSON value in a file, or on standard input for `-`; a problem (`notJson` is its key) names the file and the line. */
export async function readJsonFile(
  file: string,
  { input }: Terminal,
  notJson: 'profileNotJson' | 'requestNotJson',
): Promise<unknown> {
  const bytes = file === '-' ? await buffer(input) : await readBytes(file);
  const content = (await decodeFile(file, bytes)).utf8.toString('utf8');
  const errors: ParseError[] = [];
  const value: unknown = parse(content, errors, { disallowComments: true });
  const [error] = errors;
  if (!error) return value;
  const line = content.slice(0, error.offset).split('\n').length;
  throw new ProblemError('bad-input', notJson, { file, line });
}

/** A file's bytes; a problem says why it can't be read. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ProblemError('bad-input', 'fileUnreadable', { file, reason });
  }
}
