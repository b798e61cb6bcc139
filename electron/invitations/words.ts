import { createTranslator } from 'use-intl/core';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import type { InvitationKind, Language } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { firstInvisible } from './plain-text.ts';

/** The words of a mail that staff may change: its subject, and the first paragraphs, of which there are at most two. */
export interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** What stands for a variable such as `{customer}`; `null` where the records do not know it. */
export type Values = Readonly<Record<Variable, string | null>>;

const VARIABLES = [
  'customer',
  'domain',
  'partner',
  'mpnId',
  'author',
  'reference',
  'portal',
  'duration',
  'roles',
] as const;
type Variable = (typeof VARIABLES)[number];

/** Chinese keyboards type the full-width braces; they count as the plain ones. */
const PLACE = /[{｛]([^{}｛｝]*)[}｝]/gu;

/** The authority of every web address, as it is written. */
const WEB_ADDRESS = /\bhttps?:[\\/]+([^\s/?#\\]+)/giu;

/** A host that could be taken for another: a user name before it, letters beyond ASCII, or their punycode. */
const DISGUISED = /@|[^\p{ASCII}]|(?:^|\.)xn--/iu;

/** The variables that the words of this kind of invitation may use: only a GDAP request has a duration and roles. */
export function variablesOf(kind: InvitationKind): readonly string[] {
  return VARIABLES.filter((name) => kind === 'gdap' || (name !== 'duration' && name !== 'roles'));
}

/** The built-in words with their variables in place, to start from. `hasMpnId`: whether the partner has one to show. */
export function builtInWords(kind: InvitationKind, language: Language, hasMpnId: boolean): Words {
  const messages: Messages = MESSAGES[language];
  const t = createTranslator({ locale: language, messages, namespace: 'mail', timeZone: 'UTC' });
  const sender = t('sender', { partner: '{partner}', mpnId: hasMpnId ? '{mpnId}' : 'none' });
  return {
    subject: t(`${kind}.subject`, { partner: '{partner}', customer: '{customer}' }),
    paragraphs: [
      t(`${kind}.who`, { sender, portal: '{portal}' }),
      kind === 'gdap' ? t('gdap.purpose') : t('reseller.meaning'),
    ],
  };
}

/**
 * Checks words that somebody wrote: a subject of one line, paragraphs of plain text, no unknown variables, and no
 * invitation link among them, which would escape the checks that the link itself goes through.
 *
 * @param hosts those that invitation links lead to
 * @throws ProblemError `bad-input`, key `words…` of the problems catalogue
 */
export function checkWords({ subject, paragraphs }: Words, kind: InvitationKind, hosts: readonly string[]): void {
  if (subject.trim() === '') throw refused('wordsSubjectMissing');
  const position = firstInvisible(subject);
  if (position !== null) throw refused('wordsSubjectControl', { position });
  for (const [index, paragraph] of paragraphs.entries()) {
    const place = firstInvisible(paragraph.replace(/\r\n?|\n|\t/gu, ' '));
    if (place !== null) throw refused('wordsParagraphControl', { paragraph: index + 1, position: place });
  }
  const known = variablesOf(kind);
  for (const text of [subject, ...paragraphs]) {
    for (const [, name = ''] of text.matchAll(PLACE)) {
      if (!known.includes(name.trim()))
        throw refused('wordsVariable', { variable: braced([name.trim()]), known: braced(known) });
    }
    const host = hosts.find((one) => names(text, one)) ?? disguisedHost(text);
    if (host !== undefined) throw refused('wordsLink', { host });
  }
}

/** Whether a text names a host, with or without the rest of an address around it. */
function names(text: string, host: string): boolean {
  const escaped = host.replaceAll('.', '\\.');
  return new RegExp(`(?:^|[^a-z0-9.-])${escaped}(?![a-z0-9-]|\\.[a-z0-9])`, 'iu').test(text);
}

function disguisedHost(text: string): string | undefined {
  return [...text.matchAll(WEB_ADDRESS)].map(([, host = '']) => host).find((host) => DISGUISED.test(host));
}

/**
 * The words with every variable replaced, once: what a name holds is never taken for a variable. Empty paragraphs go.
 *
 * @throws ProblemError `bad-input`, `wordsNoValue`, where the records do not know what a variable stands for
 */
export function fillWords({ subject, paragraphs }: Words, values: Values): Words {
  const fill = (text: string) =>
    text.replace(PLACE, (place, name: string) => {
      const variable = VARIABLES.find((one) => one === name.trim());
      if (!variable) return place;
      const value = values[variable];
      if (value === null)
        throw refused('wordsNoValue', { variable: braced([variable]), customer: values.customer ?? '' });
      return value;
    });
  return {
    subject: fill(subject).trim(),
    paragraphs: paragraphs.map((text) => fill(text.replace(/\r\n?/gu, '\n')).trim()).filter((text) => text !== ''),
  };
}

function braced(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(' ');
}

function refused(key: string, values: Record<string, string | number> = {}): ProblemError {
  return new ProblemError('bad-input', key, values);
}
