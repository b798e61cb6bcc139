import { createTranslator } from 'use-intl/core';
import { MESSAGES } from '#shared/locales/index.ts';
import type { CustomerId, TenantId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/invitation.ts';
import type { Cloud } from '#shared/model/partner.ts';
import { escapeHtml, heading, list, page, paragraph, smallPrint } from './html.ts';
import { oneLine } from './plain-text.ts';
import type { ComposedMail } from './template.ts';

/** What a request for an invitation link says. */
export interface AskingWords {
  readonly cloud: Cloud;
  /** The provider's language. */
  readonly language: Language;
  readonly provider: { readonly name: string | null };
  readonly partner: { readonly tenantId: TenantId; readonly name: string; readonly mpnId: string | null };
  readonly customer: { readonly id: CustomerId; readonly name: string; readonly domain: string | null };
  /** The member of staff who signs. */
  readonly author: string;
  /** Our own number for the request. */
  readonly reference: string;
}

/** Writes the mail that asks a provider of ours for a reseller invitation link, with what it needs to make one (R31). */
export function composeAsking(words: AskingWords): ComposedMail {
  const { cloud, language } = words;
  const t = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'asking' });
  const mail = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'mail' });
  const partner = oneLine(words.partner.name);
  const customer = oneLine(words.customer.name);
  const provider = oneLine(words.provider.name ?? '') || 'none';

  const mpnId = oneLine(words.partner.mpnId ?? '');
  const domain = oneLine(words.customer.domain ?? '');
  const us = [
    t('name', { name: partner }),
    ...(mpnId ? [t('mpnId', { mpnId })] : []),
    t('tenantId', { tenantId: words.partner.tenantId }),
  ];
  const them = [
    t('name', { name: customer }),
    ...(domain ? [t('domain', { domain })] : []),
    t('tenantId', { tenantId: words.customer.id }),
  ];
  const subject = t('subject', { partner, customer });
  const opening = [
    t('greeting', { provider }),
    t('ask', { portal: mail('portal', { cloud }) }),
    t('why', { cloud, partner }),
  ];
  const closing = [mail('closing'), ...new Set([oneLine(words.author), partner])].join('\n');
  const reference = mail('reference', { reference: oneLine(words.reference) });

  const text = [
    ...opening,
    [t('customerTitle'), ...them.map(item)].join('\n'),
    [t('usTitle'), ...us.map(item)].join('\n'),
    t('how'),
    closing,
    reference,
  ];
  const html = page(language, subject, [
    ...opening.map(paragraph),
    heading(t('customerTitle')),
    list(them.map(escapeHtml)),
    heading(t('usTitle')),
    list(us.map(escapeHtml)),
    paragraph(t('how')),
    paragraph(closing),
    smallPrint(reference),
  ]);
  return { subject, text: `${text.join('\n\n')}\n`, html };
}

const item = (line: string): string => `- ${line}`;
