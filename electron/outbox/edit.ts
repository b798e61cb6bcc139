import { isStale } from './refusals.ts';

/** Reads and edits; where somebody else edited in between, once more from what it is then. */
export async function editOnce<T>(readAndEdit: () => Promise<T>): Promise<T> {
  try {
    return await readAndEdit();
  } catch (error) {
    if (!isStale(error)) throw error;
    return await readAndEdit();
  }
}
