import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import { exportedIn } from '#electron/invitations/tracked.ts';
import { type Implementer, openWorkspace } from '#electron/procedures/session.ts';
import { codeOf } from '#electron/records/durable-file.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { takeBack } from './mailto-addresses.ts';

/** What happens to a mail once it is written: it is opened, copied, printed. */
export const afterExport = (on: Implementer) => ({
  written: on.invitations.written.handler(async ({ context: { session }, input }) => {
    const { directory } = openWorkspace(session);
    const { kind, file } = exportedIn(directory.dossier(input.customer), input.invitation);
    const mail = await simpleParser(await readDraft(file), {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
    });
    return { kind, subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html || '' };
  }),

  openDraft: on.invitations.openDraft.handler(async ({ context: { session }, input }) => {
    const path = resolve(input.path);
    const { draftsFolder, openPath } = session.options;
    if (dirname(path) !== resolve(draftsFolder) || extname(path) !== '.eml') {
      throw new ProblemError('refused', 'draftElsewhere', { file: input.path, folder: draftsFolder });
    }
    return { opened: await openPath(path) };
  }),

  openMailto: on.invitations.openMailto.handler(async ({ context: { session }, input: { address } }) => {
    if (!takeBack(session, address)) throw new ProblemError('refused', 'mailtoUnknown');
    return { opened: await session.options.openAddress(address) };
  }),
});

async function readDraft(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new ProblemError('not-found', 'draftUnreadable', { file, reason: codeOf(error) ?? String(error) });
  }
}
