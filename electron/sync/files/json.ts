import { type ParseError, parse, visit } from 'jsonc-parser';
import { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import { RowRejected } from './rejected.ts';

/** A JSON object as it came off the wire. */
export const Body = z.record(z.string(), z.unknown());
export type Body = z.infer<typeof Body>;

/** One row of a JSON file: the object and the line (from 1) where it begins. */
export interface BodyRow {
  readonly line: number;
  readonly item: unknown;
}

/** Parses a JSON file whose top level must be an object; a syntax error or a truncated text is a problem with its line. */
export function parseBody(file: string, text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('bad-input', 'import.json', { file, line: lineOf(text, firstError(text)) });
  }
  const body = Body.safeParse(value);
  if (!body.success) throw new ProblemError('bad-input', 'import.notObject', { file });
  return body.data;
}

function firstError(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  return Math.min(errors[0]?.offset ?? text.length, text.trimEnd().length);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The rows of a body: the items of its list with the line of each, or the body itself. */
export function rowsOf(text: string, body: Body, list: string | null): BodyRow[] {
  const items = list === null ? [body] : body[list];
  if (!Array.isArray(items)) return [];
  const lines = list === null ? [lineOf(text, text.indexOf('{'))] : itemLines(text, list);
  return items.map((item: unknown, index) => ({ line: lines[index] ?? 1, item }));
}

/** Lines where the items of a top-level list begin. Of a repeated key the last counts, as it does for the values. */
function itemLines(text: string, list: string): number[] {
  let lines: number[] = [];
  let depth = 0;
  let key: string | null = null;
  const value = (line: number) => {
    if (depth === 2 && key === list) lines.push(line + 1);
  };
  visit(text, {
    onObjectProperty: (name) => {
      if (depth !== 1) return;
      key = name;
      if (name === list) lines = [];
    },
    onObjectBegin: (_offset, _length, line) => {
      value(line);
      depth++;
    },
    onObjectEnd: () => {
      depth--;
    },
    onArrayBegin: (_offset, _length, line) => {
      value(line);
      depth++;
    },
    onArrayEnd: () => {
      depth--;
    },
    onLiteralValue: (_value, _offset, _length, line) => value(line),
  });
  return lines;
}

/** Reads one item by its schema; what does not fit rejects the row and names the field. */
export function readItem<T extends z.ZodType>(schema: T, item: unknown): z.infer<T> {
  const read = schema.safeParse(item);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path ?? [];
  const field = path.join('.');
  const value = path.reduce<unknown>(
    (at, step) => (Array.isArray(at) ? at[Number(step)] : Body.safeParse(at).data?.[String(step)]),
    item,
  );
  if (value === undefined || value === null) throw new RowRejected('missingField', { field }, field);
  throw new RowRejected('unreadableField', { field, value: brief(value) }, field);
}

/** A value as a message can carry it. */
export function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
