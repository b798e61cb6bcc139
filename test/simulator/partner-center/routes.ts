import { z } from 'zod';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Context } from '#test/simulator/context.ts';
import {
  type Answer,
  type Asked,
  type Handler,
  headerOf,
  ok,
  partnerCenterError,
  type Route,
} from '#test/simulator/http/exchange.ts';
import { customerDetail, customerEtag, skuList, subscriptionList, supportContact, transacted } from './bodies.ts';
import { customerList } from './customer-list.ts';
import { indirectResellers } from './indirect-resellers.ts';

const CUSTOMER = '/v1/customers/([0-9a-f]{8}-[0-9a-f-]{27})';

/** The addresses of Partner Center. */
export function partnerCenterRoutes(context: Context): Route[] {
  const { customers, relationships } = context;
  const route = (method: string, path: string, handle: Handler): Route => ({
    service: 'partner-center',
    method,
    path: new RegExp(`^${path}/?$`, 'iu'),
    handle,
  });
  /** About a customer of ours. */
  const ofCustomer =
    (answer: (dossier: Dossier, asked: Asked, rest: readonly string[]) => Answer): Handler =>
    (asked, [id, ...rest]) => {
      const dossier = customers.named(id);
      if (dossier) return answer(dossier, asked, rest);
      return partnerCenterError(404, '20002', 'There is no commerce relationship with this customer.', [id ?? '']);
    };

  return [
    route('GET', '/v1/customers', (asked) => customerList(asked, context)),
    route('GET', '/v1/customers/relationshiprequests', () =>
      ok({ url: context.state.resellerLink, attributes: { objectType: 'RelationshipRequest' } }),
    ),
    route('GET', '/v1/relationships', (asked) => indirectResellers(asked, context)),
    route(
      'GET',
      CUSTOMER,
      ofCustomer((dossier) => ok(customerDetail(dossier, context), { ETag: `"${customerEtag(dossier)}"` })),
    ),
    route(
      'PATCH',
      CUSTOMER,
      ofCustomer((dossier, asked) => removeDelegatedAccess(dossier, asked, context)),
    ),
    route(
      'GET',
      `${CUSTOMER}/subscriptions`,
      ofCustomer((dossier) => ok(subscriptionList(dossier, context))),
    ),
    route(
      'GET',
      `${CUSTOMER}/subscribedskus`,
      ofCustomer((dossier) => {
        if (dossier.delegatedAccess?.value || relationships.inForceWith(dossier.id))
          return ok(skuList(dossier, context));
        return partnerCenterError(403, '900150', 'The role of the user does not have the rights for this customer.');
      }),
    ),
    route(
      'GET',
      `${CUSTOMER}/subscriptions/([^/]+)/supportcontact`,
      ofCustomer((dossier, _asked, [id]) => {
        if (context.cloud === '21vianet') return partnerCenterError(404, '400005', 'This resource is not available.');
        const subscription = transacted(dossier).find((one) => one.id === id?.toLowerCase());
        if (subscription) return ok(supportContact(dossier, subscription, context));
        return partnerCenterError(404, '400022', 'There is no such subscription.', [id ?? '']);
      }),
    ),
  ];
}

const Removal = z.object({ AllowDelegatedAccess: z.literal(false) });

/** `PATCH /v1/customers/{id}`: takes delegated admin privileges away. */
function removeDelegatedAccess(dossier: Dossier, asked: Asked, context: Context): Answer {
  if (!Removal.safeParse(asked.body).success) {
    return partnerCenterError(400, '2000', 'AllowDelegatedAccess can only be set to false.', ['AllowDelegatedAccess']);
  }
  const etag = headerOf(asked, 'If-Match')?.replace(/^W\/|"/gu, '');
  if (etag !== undefined && etag !== '*' && etag !== customerEtag(dossier)) {
    return partnerCenterError(412, '2055', 'The etag in the request does not match the current etag.', ['If-Match']);
  }
  const access = dossier.delegatedAccess ?? dossier.name;
  const after = context.customers.change(dossier.id, (one) => ({
    ...one,
    delegatedAccess: { ...access, value: false },
  }));
  return ok(customerDetail(after, context), { ETag: `"${customerEtag(after)}"` });
}
