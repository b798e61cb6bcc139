import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files in a folder and below it, as paths within it, in the order of their names. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The files in which one of the texts can be read, by whoever looks at their bytes. */
export async function filesThatTell(folder: string, texts: readonly string[]): Promise<string[]> {
  const sought = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const telling: string[] = [];
  for (const file of await filesIn(folder)) {
    const bytes = await readFile(join(folder, file));
    if (sought.some((text) => bytes.includes(text))) telling.push(file);
  }
  return telling;
}

/** What all of those files hold, by path. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const file of await filesIn(folder)) contents[file] = await readFile(join(folder, file), 'base64');
  return contents;
}
