import { useMemo } from 'react';
import { CustomerRow, type Facet, SubscriptionQuery, type Within } from '#shared/contract/customers.ts';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import { Tag } from '#shared/model/dossier.ts';
import { TenantId } from '#shared/model/ids.ts';
import { assertNever } from '#shared/model/problem.ts';
import { SubscriptionStatus } from '#shared/model/subscription.ts';
import { useT } from './i18n.tsx';
import { useFacets } from './lists.ts';
import { type ListName, useView } from './view.ts';

/** What a list may be narrowed by besides search, channel and answers. */
export type FilterName = 'access' | 'expiring' | 'reseller' | 'status' | 'service' | 'seller' | 'ending' | 'tag';

export interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** One way to narrow a list: a value of what its rows have in common. */
export interface FacetFilter {
  readonly name: FilterName;
  readonly label: string;
  /** What is set; `null` takes all. */
  readonly value: string | null;
  readonly valueLabel: string | null;
  /** The values that there are, counted under everything else that is set; `undefined` until known. */
  readonly values: readonly FilterValue[] | undefined;
  readonly set: (value: string | null) => void;
}

const isService = (value: string): value is keyof Messages['filters']['services'] =>
  Object.hasOwn(MESSAGES.en.filters.services, value);

/** Values of a fixed set in the order of that set, so that they stay in their places whatever the counts are. */
function inOrder(order: readonly string[], facets: readonly Facet[] | undefined): readonly Facet[] | undefined {
  return facets && order.flatMap((value) => facets.find((facet) => facet.value === value) ?? []);
}

/** The filters of a list, as they are set now. */
export function useFacetFilters(page: ListName): readonly FacetFilter[] {
  const t = useT();
  const facets = useFacets(page);
  const customers = useView((view) => view.customerFilter);
  const setCustomers = useView((view) => view.setCustomerFilter);
  const subscriptions = useView((view) => view.subscriptionFilter);
  const setSubscriptions = useView((view) => view.setSubscriptionFilter);
  const tag = useView((view) => view.tag);
  const setTag = useView((view) => view.setTag);
  return useMemo(() => {
    const within = (days: number) => t('filters.within', { days });
    const filter = (
      name: FilterName,
      value: string | number | null,
      values: readonly (Facet | Within)[] | undefined,
      labelOf: (value: string) => string,
      set: (value: string | null) => void,
    ): FacetFilter => {
      const offered = values?.map((one) =>
        'days' in one
          ? { value: String(one.days), label: within(one.days), count: one.count }
          : { value: one.value, label: one.name ?? labelOf(one.value), count: one.count },
      );
      const chosen = value === null ? null : String(value);
      return {
        name,
        label: t(`filters.names.${name}`),
        value: chosen,
        valueLabel: chosen === null ? null : (offered?.find((one) => one.value === chosen)?.label ?? labelOf(chosen)),
        values: offered,
        set,
      };
    };
    const asIs = (value: string) => (value === 'unknown' ? t('filters.unknown') : value);
    const ofDays = (value: string) => within(Number(value));
    const daysIn = (value: string | null) => (value === null ? null : Number(value));
    const byTag = (values: readonly Facet[] | undefined) =>
      filter(
        'tag',
        tag,
        values,
        (value) => value,
        (value) => setTag(value === null ? null : Tag.parse(value)),
      );
    switch (page) {
      case 'customers': {
        const { access, expiring, reseller } = customers;
        const of = facets.customers;
        return [
          filter(
            'access',
            access,
            inOrder(Access.options, of?.access),
            (value) => t(`filters.access.${Access.parse(value)}`),
            (value) => setCustomers({ access: value === null ? null : Access.parse(value) }),
          ),
          filter('expiring', expiring, of?.expiring, ofDays, (value) => setCustomers({ expiring: daysIn(value) })),
          filter('reseller', reseller, of?.reseller, asIs, (value) =>
            setCustomers({ reseller: value === null ? null : TenantId.parse(value) }),
          ),
          byTag(of?.tag),
        ];
      }
      case 'subscriptions': {
        const { status, service, reseller, ending } = subscriptions;
        const of = facets.subscriptions;
        const serviceName = (value: string) => (isService(value) ? t(`filters.services.${value}`) : asIs(value));
        const statusLabel = (value: string) => {
          const known = Status.parse(value);
          return known === 'unknown' ? t('filters.unknown') : t(`terms.subscriptionStatus.${known}`);
        };
        return [
          filter(
            'status',
            status,
            inOrder([...SubscriptionStatus.options, 'unknown'], of?.status),
            statusLabel,
            (value) => setSubscriptions({ status: value === null ? null : Status.parse(value) }),
          ),
          filter('service', service, of?.service, serviceName, (value) => setSubscriptions({ service: value })),
          filter('seller', reseller, of?.reseller, asIs, (value) =>
            setSubscriptions({ reseller: value === null ? null : TenantId.parse(value) }),
          ),
          filter('ending', ending, of?.ending, ofDays, (value) => setSubscriptions({ ending: daysIn(value) })),
          byTag(of?.tag),
        ];
      }
      default:
        return assertNever(page);
    }
  }, [
    t,
    page,
    facets.customers,
    facets.subscriptions,
    customers,
    subscriptions,
    tag,
    setCustomers,
    setSubscriptions,
    setTag,
  ]);
}

const Access = CustomerRow.shape.access;
const Status = SubscriptionQuery.shape.status.unwrap();
