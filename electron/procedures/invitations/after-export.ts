import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { simpleParser } from 'mailparser';
import { type Implementer, openWorkspace, type Session } from '#electron/procedures/session.ts';
import { codeOf } from '#electron/records/durable-file.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { takeBack } from './mailto-addresses.ts';

/** What happens to a mail once it is written: it is opened, copied, printed. */
export const afterExport = (on: Implementer) => ({
  written: on.invitations.written.handler(async ({ context: { session }, input }) => {
    const { kind, file } = draftOf(session, input.customer, input.invitation);
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

function draftOf(session: Session, customer: CustomerId, invitation: InvitationId) {
  const found = openWorkspace(session)
    .directory.dossier(customer)
    .invitations.find(({ id }) => id === invitation);
  if (!found) throw new ProblemError('not-found', 'invitationUnknown', { invitation });
  const { file, kind } = found;
  if (file === null) throw new ProblemError('refused', 'invitationNotExported', { invitation });
  return { file, kind };
}

async function readDraft(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new ProblemError('not-found', 'draftUnreadable', { file, reason: codeOf(error) ?? String(error) });
  }
}
