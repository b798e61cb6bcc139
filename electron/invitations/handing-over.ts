import { createTranslator } from 'use-intl/core';
import { MESSAGES } from '#shared/locales/index.ts';
import type { InvitationKind, Language } from '#shared/model/invitation.ts';
import { page, paragraph, smallPrint } from './html.ts';
import { oneLine } from './plain-text.ts';
import type { ComposedMail } from './template.ts';

/** What the mail says that carries a hand-off file. */
export interface HandingOverWords {
  readonly kind: InvitationKind;
  /** The reseller's language. */
  readonly language: Language;
  readonly partner: string;
  readonly reseller: string | null;
  /** The customer it is meant for; `null` when for none in particular. */
  readonly customer: string | null;
  readonly author: string;
  readonly reference: string;
}

/** Writes the mail to a reseller of ours that a hand-off file is attached to. The link stands in the file alone. */
export function composeHandingOver({ kind, language, ...words }: HandingOverWords): ComposedMail {
  const t = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'handingOver' });
  const mail = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'mail' });
  const partner = oneLine(words.partner);
  const customer = oneLine(words.customer ?? '') || 'none';
  const subject = t('subject', { partner, customer });
  const body = [
    t('greeting', { reseller: oneLine(words.reseller ?? '') || 'none' }),
    t('what', { kind, customer }),
    t('how'),
    t('key'),
    [mail('closing'), ...new Set([oneLine(words.author), partner])].join('\n'),
  ];
  const reference = mail('reference', { reference: oneLine(words.reference) });
  const html = page(language, subject, [...body.map(paragraph), smallPrint(reference)]);
  return { subject, text: `${[...body, reference].join('\n\n')}\n`, html };
}
