import { useMemo } from 'react';
import { durationDays } from '#renderer/app/delegation-order.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import { DelegationStatus } from '#shared/model/delegation.ts';
import { TenantId } from '#shared/model/ids.ts';
import { Channel, ServiceModel, SubscriptionStatus } from '#shared/model/subscription.ts';
import type { Change } from '#shared/model/sync.ts';

type Names = Messages['sync']['changes']['names'];
const isNamed = (field: string): field is keyof Names => Object.hasOwn(MESSAGES.en.sync.changes.names, field);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u;
const NUMBER = /^-?\d+$/u;

/** What a sync changed, in the person's language; a field or value that nothing names stands for itself. */
export interface ChangeWords {
  readonly thing: (change: Change) => string;
  /** One line a field: "Status: Active → Suspended". */
  readonly fields: (change: Change) => readonly string[];
}

export function useChangeWords(partnerName: (tenant: TenantId) => string): ChangeWords {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  return useMemo(() => {
    const termOf = (what: Change['what'], field: string, value: string): string | null => {
      const channel = field === 'channel' && Channel.safeParse(value).data;
      if (channel) return t(`terms.channels.${channel}`);
      const model = field === 'serviceModel' && ServiceModel.safeParse(value).data;
      if (model) return t(`terms.serviceModel.${model}`);
      const subscription = field === 'status' && what === 'subscription' && SubscriptionStatus.safeParse(value).data;
      if (subscription) return t(`terms.subscriptionStatus.${subscription}`);
      const delegation = field === 'status' && what === 'delegation' && DelegationStatus.safeParse(value).data;
      if (delegation) return t(`terms.delegationStatus.${delegation}`);
      if (field === 'relationship') return words.relationship(value);
      if (field === 'roles') return format.list(value.split(/[\s,]+/u).map(words.role));
      const tenant = TenantId.safeParse(value).data;
      if (tenant) return partnerName(tenant);
      const days = field === 'duration' ? durationDays(value) : null;
      return days === null ? null : t('dossier.delegations.duration', { days });
    };
    const told = (what: Change['what'], field: string, value: string | null): string => {
      if (value === null || value === '') return t('sync.changes.nothing');
      if (value === 'true' || value === 'false') return t(value === 'true' ? 'sync.changes.yes' : 'sync.changes.no');
      const counted = field === 'quantity' || field === 'seats';
      if (counted && NUMBER.test(value)) return format.number(Number(value));
      if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return format.dateTime(value);
      return termOf(what, field, value) ?? value;
    };
    return {
      thing: ({ name, id }) => name ?? id,
      fields: ({ what, fields }) =>
        fields.map(({ field, before, after }) =>
          t('sync.changes.line', {
            field: isNamed(field) ? t(`sync.changes.names.${field}`) : field,
            before: told(what, field, before),
            after: told(what, field, after),
          }),
        ),
    };
  }, [t, format, words, partnerName]);
}
