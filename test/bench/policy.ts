import { decide, readRequest } from '#electron/policy/index.ts';
import { ActionName } from '#shared/model/policy.ts';
import { activeGdap, approvedDap, indirectReseller, licensed, requestOf, staff } from '#test/unit/support/questions.ts';
import { report } from './support/report.ts';

const subscriptionActions = ActionName.options.filter((name) => name.startsWith('subscription.'));
const requests = [staff(), indirectReseller()].flatMap((subject) =>
  [[], [approvedDap()], [activeGdap(), approvedDap()]].flatMap((delegations) =>
    subscriptionActions.map((action) =>
      readRequest(requestOf({ subject, action, on: licensed(delegations, { channel: 'direct', status: 'active' }) })),
    ),
  ),
);

const ROUNDS = 10_000;
let allowed = 0;
const start = performance.now();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const request of requests) if (decide(request).decision) allowed += 1;
}
const seconds = (performance.now() - start) / 1000;
report({ bench: 'policy', metric: 'decisions', value: (ROUNDS * requests.length) / seconds, unit: '1/s' });
report({ bench: 'policy', metric: 'allowed share', value: allowed / (ROUNDS * requests.length), unit: '1' });
