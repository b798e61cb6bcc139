import { Capabilities } from '#electron/directory/answers/capabilities.ts';
import { suppose, whatIf } from '#electron/directory/answers/what-if.ts';
import { decide, RULES, readRequest, ruleEntry, STAFF_MATRIX } from '#electron/policy/index.ts';
import { type Implementer, openWorkspace } from './session.ts';
import { sourceAddress } from './source-address.ts';

export const policy = (on: Implementer) =>
  on.policy.router({
    can: on.policy.can.handler(({ context, input }) => {
      const { capabilities, directory } = openWorkspace(context.session);
      if (!input.subscription) return capabilities.onCustomer(directory.dossier(input.customer));
      const { dossier, subscription } = directory.subscription(input.subscription, input.customer);
      return capabilities.onSubscription(dossier, subscription);
    }),

    explain: on.policy.explain.handler(({ context, input: { customer, subscription, changes, ...asked } }) => {
      const { directory, now, records } = openWorkspace(context.session);
      const onRecord = subscription
        ? directory.subscription(subscription, customer).dossier
        : directory.dossier(customer);
      const { dossier, profile, now: at, capabilities } = suppose(onRecord, records.profile, now, changes);
      const found = dossier.subscriptions.find(({ id }) => id === subscription) ?? null;
      return new Capabilities(profile, at, capabilities).explain(dossier, found, asked);
    }),

    openSource: on.policy.openSource.handler(async ({ context, input }) => ({
      opened: await context.session.options.openAddress(sourceAddress(input.rule, input.source)),
    })),

    whatIf: on.policy.whatIf.handler(({ context, input }) => {
      const { directory, now, records } = openWorkspace(context.session);
      return whatIf(directory.dossier(input.customer), records.profile, now, input.changes);
    }),

    deciding: on.policy.deciding.handler(({ context }) => {
      const { directory, now } = openWorkspace(context.session);
      return directory.deciding(now);
    }),

    decide: on.policy.decide.handler(({ input }) => decide(readRequest(input.request))),

    matrix: on.policy.matrix.handler(() => RULES.map(ruleEntry)),

    staffMatrix: on.policy.staffMatrix.handler(() => STAFF_MATRIX.map((line) => ({ ...line, roles: [...line.roles] }))),
  });
