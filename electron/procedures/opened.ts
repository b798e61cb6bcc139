import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import { codeOf } from '#electron/records/durable-file.ts';
import type { HandedFile } from '#shared/contract/imports.ts';
import { HAND_OFF_EXTENSION, isHandOffName } from '#shared/model/hand-off.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import type { Implementer } from './session.ts';

/** A hand-off file has some two thousand bytes; its longest field, the link, may have eight thousand signs. */
const MEGABYTES = 1;

/** Files that a person opened with the console, given to the window that asks first. */
export const opened = (on: Implementer) =>
  on.opened.router({
    take: on.opened.take.handler(async ({ context: { session } }) => {
      const paths = [...session.opened];
      session.opened.clear();
      const files: z.infer<typeof HandedFile>[] = [];
      const problems: Problem[] = [];
      for (const path of paths) {
        try {
          files.push(await read(path));
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          problems.push(error.problem);
        }
      }
      return { files, problems };
    }),
  });

/** Reads a hand-off file: no other kind, nothing but a file, and no more of it than such a file may have. */
async function read(path: string): Promise<z.infer<typeof HandedFile>> {
  const name = basename(path);
  if (!isHandOffName(name)) {
    throw new ProblemError('refused', 'openedOther', { file: path, extension: HAND_OFF_EXTENSION });
  }
  const { modifiedAt, content } = await readAtMost(path, MEGABYTES * 1024 * 1024).catch((error: unknown) => {
    throw new ProblemError('bad-input', 'fileUnreadable', { file: path, reason: codeOf(error) ?? String(error) });
  });
  if (content === undefined) throw new ProblemError('refused', 'openedTooLarge', { file: path, limit: MEGABYTES });
  return { name, bytes: new Blob([new Uint8Array(content)]), modifiedAt };
}

/** What a file holds; no content if that is more than `limit` bytes. */
async function readAtMost(path: string, limit: number): Promise<{ modifiedAt: string; content: Buffer | undefined }> {
  const about = await stat(path);
  // A pipe would keep us waiting, a device would never end.
  if (!about.isFile()) throw Object.assign(new Error(path), { code: about.isDirectory() ? 'EISDIR' : 'EINVAL' });
  const content = await buffer(createReadStream(path, { end: limit }));
  return { modifiedAt: about.mtime.toISOString(), content: content.length > limit ? undefined : content };
}
