import { createTranslator } from 'use-intl/core';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import type { RoleDefinitionId } from '#shared/model/ids.ts';
import type { InvitationKind, Language } from '#shared/model/invitation.ts';
import type { Cloud } from '#shared/model/partner.ts';
import type { GdapTerms } from './gdap-terms.ts';
import { button, escapeHtml, heading, list, page, paragraph, printedLink, smallPrint } from './html.ts';
import { oneLine } from './plain-text.ts';
import { builtInWords, fillWords, type Values, type Words } from './words.ts';

/** What an invitation mail is made from. */
export interface InvitationWords {
  readonly kind: InvitationKind;
  readonly cloud: Cloud;
  /** The customer's language, not the window's. */
  readonly language: Language;
  /** Checked by `readInvitationLink`; printed byte for byte. */
  readonly link: string;
  readonly customerName: string;
  readonly domain?: string | null;
  readonly partner: { readonly name: string; readonly mpnId?: string | null };
  /** The member of staff who signs. */
  readonly author: string;
  /** Our own number for the invitation. */
  readonly reference: string;
  /** What a GDAP request asks for; what is unknown is not spoken of. */
  readonly gdap?: GdapTerms;
  /** Subject and first paragraphs where they are not the built-in ones, as `checkWords` let them pass. */
  readonly words?: { readonly [Part in keyof Words]: Words[Part] | null };
}

/** The same mail three times: one line of subject, plain text, and HTML. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One line of a list in the mail, and the lines below it. */
interface Item {
  readonly text: string;
  readonly below: readonly string[];
}

/**
 * Writes the mail that carries an invitation link to a customer, from the `mail` catalogue. It says who we are, what
 * accepting does and does not change, who at the customer must open the link, and for GDAP what we ask for and for
 * how long. In the text part the link stands alone on its line. Only the subject and the first paragraphs can be had in
 * other words.
 *
 * @throws ProblemError `bad-input` where the words use a variable that has no value for this customer
 */
export function composeInvitation(words: InvitationWords): ComposedMail {
  const { kind, cloud, language, link } = words;
  const messages: Messages = MESSAGES[language];
  const t = createTranslator({ locale: language, messages, namespace: 'mail', timeZone: 'UTC' });
  const partner = oneLine(words.partner.name);
  const customer = oneLine(words.customerName);
  const sender = t('sender', { partner, mpnId: oneLine(words.partner.mpnId ?? '') || 'none' });

  const { subject, paragraphs } = fillWords(
    written(words),
    valuesOf(words, { customer, partner, portal: t('portal', { cloud }) }),
  );
  const opening = [t('greeting', { customer }), t('greetingHint'), ...paragraphs];
  const terms = kind === 'gdap' && words.gdap ? termItems(words.gdap, language) : [];
  const effects = [
    ...(kind === 'gdap' ? [t('gdap.onPage')] : []),
    t(`${kind}.unchanged`),
    ...(kind === 'reseller' ? [t('reseller.access', { cloud })] : []),
    t(`${kind}.how`),
  ];
  const closing = [t('closing'), ...new Set([oneLine(words.author), sender])];
  const reference = t('reference', { reference: oneLine(words.reference) });

  const text = [
    ...opening,
    ...(terms.length > 0 ? [[t('gdap.termsTitle'), ...terms.flatMap(itemLines)].join('\n')] : []),
    ...effects,
    t('linkAdviceText'),
    link,
    t('unexpected'),
    closing.join('\n'),
    reference,
  ];
  const html = page(language, subject, [
    ...opening.map(paragraph),
    ...(terms.length > 0 ? [heading(t('gdap.termsTitle')), list(terms.map(itemHtml))] : []),
    ...effects.map(paragraph),
    button(link, t(`${kind}.button`)),
    smallPrint(t('linkAdvice')),
    printedLink(link),
    smallPrint(t('unexpected')),
    paragraph(closing.join('\n')),
    smallPrint(reference),
  ]);
  return { subject, text: `${text.join('\n\n')}\n`, html };
}

/** What the mail says in words that may be changed: those given, else the built-in ones. */
function written({ kind, language, partner, words }: InvitationWords): Words {
  const builtIn = builtInWords(kind, language, oneLine(partner.mpnId ?? '') !== '');
  return { subject: words?.subject ?? builtIn.subject, paragraphs: words?.paragraphs ?? builtIn.paragraphs };
}

function valuesOf(
  { author, domain, gdap, language, partner: { mpnId }, reference }: InvitationWords,
  named: Pick<Values, 'customer' | 'partner' | 'portal'>,
): Values {
  const messages: Messages = MESSAGES[language];
  const t = createTranslator({ locale: language, messages, namespace: 'mail', timeZone: 'UTC' });
  const roles = gdap?.roles?.map((role) => roleWords(role, messages).name) ?? [];
  return {
    ...named,
    domain: oneLine(domain ?? '') || null,
    mpnId: oneLine(mpnId ?? '') || null,
    author: oneLine(author),
    reference: oneLine(reference),
    duration: gdap?.durationDays == null ? null : t('gdap.days', { days: gdap.durationDays }),
    roles: roles.length === 0 ? null : new Intl.ListFormat(language, { type: 'conjunction' }).format(roles),
  };
}

function termItems({ durationDays, autoExtend, roles }: GdapTerms, language: Language): Item[] {
  const messages: Messages = MESSAGES[language];
  const t = createTranslator({ locale: language, messages, namespace: 'mail', timeZone: 'UTC' });
  const items: Item[] = [];
  if (durationDays !== null) items.push({ text: t('gdap.duration', { days: durationDays }), below: [] });
  if (autoExtend !== null) items.push({ text: t(autoExtend ? 'gdap.extends' : 'gdap.extendsNot'), below: [] });
  if (roles !== null && roles.length > 0) {
    const below = roles.map((role) => {
      const { name, description } = roleWords(role, messages);
      return description === null ? name : t('gdap.roleExplained', { name, description });
    });
    items.push({ text: t('gdap.roles', { count: roles.length }), below });
  }
  return items;
}

/** A role that the catalogue does not know goes by its id: the page that opens names it. */
function roleWords(role: RoleDefinitionId, { terms, mail }: Messages): { name: string; description: string | null } {
  const names: Readonly<Record<string, string>> = terms.directoryRoles;
  const descriptions: Readonly<Record<string, string>> = mail.roleDescriptions;
  return { name: names[role] ?? role, description: descriptions[role] ?? null };
}

function itemLines({ text, below }: Item): string[] {
  return [`- ${text}`, ...below.map((line) => `  - ${line}`)];
}

function itemHtml({ text, below }: Item): string {
  return escapeHtml(text) + (below.length > 0 ? list(below.map(escapeHtml)) : '');
}
