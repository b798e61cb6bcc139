import { join } from 'node:path';
import { readTemplateFile, type TravellingTemplate, writeTemplateFile } from '#electron/invitations/template-file.ts';
import { withImported, withTemplate } from '#electron/invitations/template-shelf.ts';
import { builtInWords, checkWords, variablesOf } from '#electron/invitations/words.ts';
import { type Implementer, inTurn, openWorkspace, type Session } from '#electron/procedures/session.ts';
import { decodeFile } from '#electron/sync/files/decode.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { linkHosts } from './link-hosts.ts';
import { sampleMail } from './sample-mail.ts';
import { allTemplates } from './words.ts';
import { put } from './write-draft.ts';

export const templates = (on: Implementer) => ({
  list: on.invitations.templates.list.handler(({ context }) => [...allTemplates(context.session)]),

  builtIn: on.invitations.templates.builtIn.handler(({ context, input: { kind, language } }) => {
    const { partner } = openWorkspace(context.session).records.profile;
    const { paragraphs, subject } = builtInWords(kind, language, partner.mpnId !== undefined);
    return { subject, paragraphs: [...paragraphs], variables: [...variablesOf(kind)] };
  }),

  save: on.invitations.templates.save.handler(({ context: { session }, input }) =>
    inTurn(session, () => {
      checkWords(input, input.kind, linkHosts(session));
      return keep(session, withTemplate(allTemplates(session), input));
    }),
  ),

  remove: on.invitations.templates.remove.handler(({ context: { session }, input }) =>
    inTurn(session, () => {
      // One that is gone is a problem, not a success.
      chosen(session, [input.id]);
      return keep(
        session,
        allTemplates(session).filter(({ id }) => id !== input.id),
      );
    }),
  ),

  export: on.invitations.templates.export.handler(({ context: { session }, input }) => {
    const day = openWorkspace(session).now.toISOString().slice(0, 10);
    return { name: `invitation-templates-${day}.json`, text: writeTemplateFile(chosen(session, input.ids)) };
  }),

  write: on.invitations.templates.write.handler(async ({ context: { session }, input }) => {
    const moment = openWorkspace(session).now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
    const path = join(session.options.draftsFolder, `invitation-templates-${moment}.json`);
    await put(path, writeTemplateFile(chosen(session, input.ids)));
    return { path };
  }),

  preview: on.invitations.templates.preview.handler(({ context: { session }, input }) => sampleMail(session, input)),

  import: on.invitations.templates.import.handler(async ({ context: { session }, input: { file } }) => {
    const bytes = new Uint8Array(await file.bytes.arrayBuffer());
    const incoming = readTemplateFile(file.name, (await decodeFile(file.name, bytes)).utf8.toString('utf8'));
    return await inTurn(session, () => {
      for (const template of incoming) checkIncoming(session, file.name, template);
      return keep(session, withImported(allTemplates(session), incoming, session.options.newId));
    });
  }),
});

/** The templates of these ids; one that is gone is a problem. */
function chosen(session: Session, ids: readonly string[]): InvitationTemplate[] {
  const all = allTemplates(session);
  return ids.map((id) => {
    const found = all.find((one) => one.id === id);
    if (!found) throw new ProblemError('not-found', 'templateUnknown', { template: id });
    return found;
  });
}

function checkIncoming(session: Session, file: string, template: TravellingTemplate): void {
  try {
    checkWords(template, template.kind, linkHosts(session));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { key, kind, values } = error.problem;
    const ours = key === 'wordsVariable' ? 'templatesVariable' : 'templatesText';
    throw new ProblemError(kind, ours, { ...values, file, name: template.name });
  }
}

/** Keeps the shared ones with the workspace and the personal ones with the settings: both, or none. */
async function keep(session: Session, all: readonly InvitationTemplate[]): Promise<InvitationTemplate[]> {
  const { records } = openWorkspace(session);
  const store = session.options.settings;
  const before = records.surroundings();
  const shared = all.filter(({ scope }) => scope === 'shared');
  const changes = JSON.stringify(shared) !== JSON.stringify(before.templates);
  if (changes) await records.saveSurroundings({ ...before, templates: shared });
  try {
    store.set({ ...store.get(), templates: all.filter(({ scope }) => scope === 'personal') });
  } catch (error) {
    if (changes) await records.saveSurroundings({ ...records.surroundings(), templates: before.templates });
    throw error;
  }
  return [...allTemplates(session)];
}
