import { decide, RULES, readRequest } from '#electron/policy/index.ts';
import { type Implementer, openWorkspace } from './session.ts';

export const policy = (on: Implementer) =>
  on.policy.router({
    can: on.policy.can.handler(({ context, input }) => {
      const { capabilities, directory } = openWorkspace(context.session);
      if (!input.subscription) return capabilities.onCustomer(directory.dossier(input.customer));
      const { dossier, subscription } = directory.subscription(input.subscription, input.customer);
      return capabilities.onSubscription(dossier, subscription);
    }),

    decide: on.policy.decide.handler(({ input }) => decide(readRequest(input.request))),

    matrix: on.policy.matrix.handler(() =>
      RULES.map(({ clouds, id, sources }) => ({ rule: id, clouds: [...clouds], sources: [...sources] })),
    ),
  });
