import { subscriptionRow } from '#electron/directory/rows.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type Implementer, inTurn, openWorkspace } from './session.ts';
import { tagCustomers } from './tagging.ts';

export const customers = (on: Implementer) =>
  on.customers.router({
    list: on.customers.list.handler(({ context, input }) => {
      const { directory, now } = openWorkspace(context.session);
      return directory.customers(input, now);
    }),

    get: on.customers.get.handler(({ context, input }) => openWorkspace(context.session).directory.dossier(input.id)),

    tag: on.customers.tag.handler(({ context: { session }, input }) =>
      inTurn(session, () => tagCustomers(session, input.customers, input.tag, input.on)),
    ),
  });

export const delegations = (on: Implementer) =>
  on.delegations.router({
    list: on.delegations.list.handler(({ context, input }) => {
      const { directory, now } = openWorkspace(context.session);
      return directory.delegations(input, now);
    }),
  });

export const subscriptions = (on: Implementer) =>
  on.subscriptions.router({
    list: on.subscriptions.list.handler(({ context, input }) => {
      const { directory, now } = openWorkspace(context.session);
      return directory.subscriptions(input, now);
    }),

    attribute: on.subscriptions.attribute.handler(({ context, input }) =>
      inTurn(context.session, async () => {
        const { directory, now, records, staff } = openWorkspace(context.session);
        const { dossier, subscription } = directory.subscription(input.subscription, input.customer);
        const { channel } = subscription;
        if (channel.basis === 'observed') {
          throw new ProblemError('refused', 'channelObserved', {
            subscription: subscription.id,
            channel: channel.value,
            source: channel.source,
          });
        }
        const at = now.toISOString();
        const declared = {
          ...subscription,
          channel: { value: input.channel, basis: 'declared' as const, source: `staff:${staff}`, asOf: at },
        };
        const next = {
          ...dossier,
          subscriptions: dossier.subscriptions.map((one) => (one.id === declared.id ? declared : one)),
          history: [
            ...dossier.history,
            {
              at,
              by: staff,
              event: 'channel-declared' as const,
              source: null,
              subjects: [`subscription:${subscription.id}`],
            },
          ],
        };
        await records.save([next]);
        return subscriptionRow(next, declared);
      }),
    ),
  });
