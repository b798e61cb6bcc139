import type { z } from 'zod';
import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import { accessOf } from '#electron/directory/rows.ts';
import { haystackOf } from '#electron/directory/search.ts';
import type { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold, wordsOf } from '#shared/model/fold.ts';
import { newestFact } from '#shared/model/newest-fact.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { CHANNELS, type Subscription, SubscriptionStatus } from '#shared/model/subscription.ts';

const DAY = 86_400_000;

/** What lists should hold, said in the plainest way: every dossier is looked at, and everything is sorted anew. */
export class PlainLists {
  readonly #dossiers: readonly Dossier[];
  readonly #profile: PartnerProfile;
  readonly #now: Date;

  constructor(dossiers: Iterable<Dossier>, profile: PartnerProfile, now: Date) {
    this.#dossiers = [...dossiers];
    this.#profile = profile;
    this.#now = now;
  }

  customers(query: z.output<typeof CustomerQuery>): string[] {
    const rows = this.#dossiers
      .filter((dossier) => holds([haystackOf(dossier), ...this.#partners(dossier)], query.search))
      .filter((dossier) => this.#passes(dossier, query))
      .map((dossier) => ({ id: dossier.id, cell: this.#customerCell(dossier, query.sort) }));
    return sorted(rows, query);
  }

  subscriptions(query: z.output<typeof SubscriptionQuery>): string[] {
    const capabilities = new Capabilities(this.#profile, this.#now);
    const rows = this.#dossiers.flatMap((dossier) => {
      if (query.customer !== undefined && dossier.id !== query.customer) return [];
      if (query.tag !== undefined && !dossier.tags.includes(query.tag)) return [];
      const related = dossier.resellers.flatMap(({ partner, via }) => [partner, via ?? '']);
      const texts = [haystackOf(dossier), ...related.filter((id) => id !== this.#profile.partner.tenantId)];
      return dossier.subscriptions
        .filter((one) => holds([...texts, fold(one.name), one.id, ...this.#sellers(one)], query.search))
        .filter((one) => query.channel === undefined || one.channel.value === query.channel)
        .filter((one) => query.status === undefined || (one.status ?? 'unknown') === query.status)
        .filter((one) => query.service === undefined || (one.service?.value ?? 'unknown') === query.service)
        .filter((one) => query.reseller === undefined || one.transactingPartner?.value === query.reseller)
        .filter((one) => query.ending === undefined || this.#endsWithin(one.endDate, query.ending))
        .filter((one) => {
          if (!query.can) return true;
          const answers = capabilities.onSubscription(dossier, one);
          return answers.some(({ action, context }) => action === query.can && context.outcome === query.outcome);
        })
        .map((one) => ({ id: one.id, cell: subscriptionCell(dossier, one, query.sort) }));
    });
    return sorted(rows, query);
  }

  #passes(dossier: Dossier, query: z.output<typeof CustomerQuery>): boolean {
    const { access, soonest } = accessOf(dossier, this.#profile, this.#now);
    const end = soonest ? Date.parse(soonest.endsAt ?? '') : Number.POSITIVE_INFINITY;
    return (
      (query.channel === undefined || dossier.subscriptions.some(({ channel }) => channel.value === query.channel)) &&
      (query.access === undefined || access === query.access) &&
      (query.expiring === undefined || end <= this.#now.getTime() + query.expiring * DAY) &&
      (query.reseller === undefined || dossier.resellers.some(({ partner }) => partner === query.reseller)) &&
      (query.tag === undefined || dossier.tags.includes(query.tag))
    );
  }

  #customerCell(dossier: Dossier, sort: z.output<typeof CustomerQuery>['sort']): string | number | null {
    switch (sort) {
      case 'name':
        return dossier.name.value;
      case 'domain':
        return dossier.domain?.value ?? null;
      case 'subscriptions':
        return dossier.subscriptions.length;
      case 'asOf':
        return Date.parse(newestFact(dossier).asOf);
      case 'delegationEndsAt': {
        const end = accessOf(dossier, this.#profile, this.#now).soonest?.endsAt;
        return end ? Date.parse(end) : null;
      }
    }
  }

  #endsWithin(endDate: string | null, days: number): boolean {
    const ahead = endDate === null ? Number.NaN : Date.parse(endDate) - this.#now.getTime();
    return ahead > -DAY && ahead <= days * DAY;
  }

  #partners(dossier: Dossier): string[] {
    const related = dossier.resellers.flatMap(({ partner, via }) => [partner, via ?? '']);
    const ours = this.#profile.partner.tenantId;
    return [...related.filter((id) => id !== ours), ...dossier.subscriptions.flatMap((one) => this.#sellers(one))];
  }

  /** What a subscription's partners are found by; we ourselves are left out. */
  #sellers({ originalReseller, partnerOfRecord, supportContact, transactingPartner }: Subscription): string[] {
    const ours = this.#profile.partner.tenantId;
    const named = [originalReseller?.value, supportContact?.value].flatMap((one) =>
      one && one.tenantId !== ours ? [one.tenantId ?? '', fold(one.name ?? ''), one.mpnId ?? ''] : [],
    );
    const ids = [transactingPartner?.value ?? '', partnerOfRecord?.value ?? ''];
    return [...named, ...ids.filter((id) => id !== ours)];
  }
}

function holds(texts: readonly string[], search: string): boolean {
  return wordsOf(search).every((word) => texts.some((text) => text.includes(word)));
}

function subscriptionCell(
  dossier: Dossier,
  { channel, name, provenance, quantity, status }: Subscription,
  sort: z.output<typeof SubscriptionQuery>['sort'],
): string | number | null {
  const asOf = channel.asOf > provenance.asOf ? channel.asOf : provenance.asOf;
  const [place, state] = [CHANNELS.indexOf(channel.value), status && SubscriptionStatus.options.indexOf(status)];
  const cells = { name, customerName: dossier.name.value, quantity, channel: place, status: state };
  return sort === 'asOf' ? Date.parse(asOf) : cells[sort];
}

function sorted(
  rows: { id: string; cell: string | number | null }[],
  { descending, limit, locale, offset }: { descending: boolean; limit: number; locale: string; offset: number },
): string[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  rows.sort((one, other) => {
    const byId = one.id < other.id ? -1 : 1;
    if (one.cell === null || other.cell === null) return one.cell === other.cell ? byId : one.cell === null ? 1 : -1;
    const order =
      typeof one.cell === 'number' && typeof other.cell === 'number'
        ? one.cell - other.cell
        : collator.compare(String(one.cell), String(other.cell));
    return order * sign || byId;
  });
  return rows.map(({ id }) => id).slice(offset, offset + limit);
}
