import { realpath, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, relative, sep } from 'node:path';
import { codeOf } from '#electron/records/durable-file.ts';
import { ProblemError } from '#shared/model/problem.ts';

/**
 * The folder that shows what was exported: itself, or the one that a file lies in. It is the drafts folder or one
 * within it, wherever links on the way may lead. A folder with an extension is never shown but from outside: some systems
 * run such a folder as a program.
 *
 * @throws ProblemError `folderElsewhere`, or `fileUnreadable` where there is nothing any more
 */
export async function exportedFolder(path: string, draftsFolder: string): Promise<string> {
  const drafts = await found(draftsFolder);
  const real = await found(path);
  const within = relative(drafts, real);
  const outside = within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within);
  if (outside || !isAbsolute(path)) {
    throw new ProblemError('refused', 'folderElsewhere', { path, folder: draftsFolder });
  }
  let shown = (await stat(real)).isDirectory() ? real : dirname(real);
  while (shown !== drafts && extname(shown) !== '') shown = dirname(shown);
  return shown;
}

async function found(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw new ProblemError('not-found', 'fileUnreadable', { file: path, reason: codeOf(error) ?? String(error) });
  }
}
