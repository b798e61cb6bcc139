import { Low } from 'lowdb';
import type { z } from 'zod';
import { ProblemError } from '#shared/model/problem.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import {
  Damaged,
  DocumentAdapter,
  damagedProblem,
  jsonOf,
  type Place,
  type Put,
  previousGeneration,
  putAtOnce,
} from './document.ts';
import type { Writing } from './document-layout.ts';

/** A document that a workspace has one of: its own, or that of its key. */
export interface SingleDocument<T> {
  readonly place: Place;
  readonly schema: z.ZodType<T>;
}

/** It as lowdb keeps it; undefined when there is no such file. Damage is a `damaged` problem. */
export async function openDocument<T>(
  document: SingleDocument<T>,
  writing: () => Writing,
): Promise<Low<T> | undefined> {
  const data = await readDocument(document);
  return data === undefined ? undefined : new Low<T>(adapterOf(document, writing), data);
}

/** What it holds; the same otherwise. */
export async function readDocument<T>(document: SingleDocument<T>): Promise<T | undefined> {
  try {
    return (await adapterOf(document, () => NOT_WRITTEN).read()) ?? undefined;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    throw damagedProblem(document.place, error, previousGeneration(document.place, jsonOf(document.schema)) !== null);
  }
}

/** Writes it for the first time, or anew. */
export async function writeDocument<T>(
  { place, schema }: SingleDocument<T>,
  data: T,
  writing: Writing,
  put: Put = putAtOnce(place.disk),
): Promise<void> {
  const adapter = new DocumentAdapter(place, jsonOf(schema), { put, writing: () => writing });
  await new Low<T>(adapter, data).write();
}

/** What is wrong with it, if anything is. */
export async function examineDocument<T>(
  { place, schema }: SingleDocument<T>,
  what: 'workspace' | 'ledger' = 'workspace',
): Promise<DamagedDocument | null> {
  try {
    const data = await adapterOf({ place, schema }, () => NOT_WRITTEN).read();
    return data === null ? damagedDocument({ place, schema }, what, new Damaged('missing')) : null;
  } catch (error) {
    if (error instanceof Damaged) return damagedDocument({ place, schema }, what, error);
    if (error instanceof ProblemError && error.problem.key === 'workspaceUnreadable') {
      return damagedDocument({ place, schema }, what, new Damaged('unreadable', String(error.problem.values.reason)));
    }
    throw error;
  }
}

function damagedDocument<T>(
  { place, schema }: SingleDocument<T>,
  what: 'workspace' | 'ledger',
  { damage, detail }: Damaged,
): DamagedDocument {
  const previous = previousGeneration(place, jsonOf(schema));
  return {
    file: place.name,
    what,
    damage,
    detail,
    customers: [],
    previous: previous && { dossiers: 0, at: previous.at },
  };
}

const NOT_WRITTEN: Writing = { at: '1970-01-01T00:00:00Z', entry: 0 };

function adapterOf<T>({ place, schema }: SingleDocument<T>, writing: () => Writing): DocumentAdapter<T> {
  return new DocumentAdapter(place, jsonOf(schema), { put: putAtOnce(place.disk), writing });
}
