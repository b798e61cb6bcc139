import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type ParseError, parse } from 'jsonc-parser';
import { ProblemError } from '#shared/model/problem.ts';
import type { Terminal } from './terminal.ts';

/** The JSON value in a file, or on standard input for `-`; a problem (`notJson` is its key) names the file and the line. */
export async function readJsonFile(
  file: string,
  { input }: Terminal,
  notJson: 'profileNotJson' | 'import.json',
): Promise<unknown> {
  const content = file === '-' ? await text(input) : await readTextFile(file);
  const errors: ParseError[] = [];
  const value: unknown = parse(content.replace(/^\uFEFF/, ''), errors, { disallowComments: true });
  const [error] = errors;
  if (!error) return value;
  const line = content.slice(0, error.offset).split('\n').length;
  throw new ProblemError('bad-input', notJson, { file, line });
}

async function readTextFile(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8');
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
