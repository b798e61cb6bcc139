import type { InvitationWords } from '#electron/invitations/template.ts';
import { builtInWords, checkWords } from '#electron/invitations/words.ts';
import { openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { InvitationKind, InvitationTemplate, Language, MailWords } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { linkHosts } from './link-hosts.ts';

/** The words that a mail takes, and the id of the template they come from; `null` for the built-in ones. */
export interface ChosenWords {
  readonly template: string | null;
  readonly words: NonNullable<InvitationWords['words']>;
}

/** Every template that can be chosen: this person's own, then those that the workspace shares. */
export function allTemplates(session: Session): readonly InvitationTemplate[] {
  return [...session.options.settings.get().templates, ...openWorkspace(session).records.surroundings().templates];
}

/**
 * The words of a draft: what is written out counts first, then the template's. A template in another language than the
 * mail's stands for the one of the same name in that language. What cannot be used is a problem; a template that is
 * gone is none where the words are written out.
 */
export function chosenWords(session: Session, words: MailWords, kind: InvitationKind, language: Language): ChosenWords {
  const { paragraphs, subject, template } = writtenOut(session, words, kind, language);
  const { subject: builtIn } = builtInWords(kind, language, false);
  checkWords({ subject: subject ?? builtIn, paragraphs: paragraphs ?? [] }, kind, linkHosts(session));
  return { template, words: { subject, paragraphs } };
}

/** The same words, unchecked, with the template's written out: a draft keeps them also when the template is gone. */
export function writtenOut(
  session: Session,
  { paragraphs, subject, template: id }: MailWords,
  kind: InvitationKind,
  language: Language,
): MailWords {
  if (id === null) return { template: null, subject, paragraphs };
  if (subject !== null && paragraphs !== null) {
    return { template: known(session, id)?.id ?? null, subject, paragraphs };
  }
  const template = fitting(session, id, kind, language);
  return {
    template: template.id,
    subject: subject ?? template.subject,
    paragraphs: paragraphs ?? template.paragraphs,
  };
}

function known(session: Session, id: string): InvitationTemplate | null {
  return allTemplates(session).find((one) => one.id === id) ?? null;
}

function fitting(session: Session, id: string, kind: InvitationKind, language: Language): InvitationTemplate {
  const chosen = known(session, id);
  if (!chosen) throw new ProblemError('not-found', 'templateUnknown', { template: id });
  const { name, scope } = chosen;
  if (chosen.kind !== kind) {
    throw new ProblemError('bad-input', 'templateKind', { name, templateKind: chosen.kind });
  }
  if (chosen.language === language) return chosen;
  const namesakes = allTemplates(session).filter(
    (one) => one.kind === kind && one.language === language && one.name === name,
  );
  const [namesake] = [...namesakes.filter((one) => one.scope === scope), ...namesakes];
  if (namesake) return namesake;
  // Selectors of a message are plain words.
  throw new ProblemError('bad-input', 'templateLanguage', { name, language: language.replace('-', '') });
}
