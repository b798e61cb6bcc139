import { CAPABILITIES } from '#electron/sync/capabilities.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { apiIndirectResellers } from '#electron/sync/files/kinds/api-indirect-resellers.ts';
import { apiRelationshipRequest } from '#electron/sync/files/kinds/api-singles.ts';
import { Reading } from '#electron/sync/pull/reading.ts';
import { leaveOut } from '#electron/sync/pull/refused.ts';
import { scopeOf } from '#electron/sync/pull/scope.ts';
import { runSteps, type Step } from '#electron/sync/pull/steps.ts';
import type { Source } from '#electron/sync/source.ts';
import type { PartnerProfile, Program } from '#shared/model/partner.ts';
import type { SyncStep } from '#shared/model/sync.ts';
import { customersStep } from './customers.ts';
import { detailsStep } from './details.ts';

/** Partner Center's REST API. */
export const partnerCenter: Source = {
  name: 'partner-center',
  pull: (from, context) => runSteps(stepsFor(context.records.profile), from, context),
};

function stepsFor({ cloud, programs }: PartnerProfile): Step[] {
  const isOne = (...of: Program[]) => of.some((program) => programs.includes(program));
  return [
    ...(CAPABILITIES[cloud].partners && isOne('indirect-provider') ? [partners] : []),
    // Whoever may not create the invitation has no link of its own (R03).
    ...(isOne('direct-bill', 'indirect-provider') ? [resellerLink] : []),
    customersStep,
    detailsStep,
  ];
}

const partners = single(
  'partners',
  '/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf',
  apiIndirectResellers,
);
const resellerLink = single('reseller-link', '/v1/customers/relationshiprequests', apiRelationshipRequest);

/** A step of one request; where the service refuses it, the rest goes on without. */
function single(step: SyncStep, path: string, kind: BodyKind): Step {
  return {
    step,
    async *run(_from, context) {
      const reading = new Reading(step);
      try {
        const answer = await context.send({ method: 'GET', url: `${context.base}${path}` });
        reading.answered(answer);
        reading.read(kind, answer.body, scopeOf(context));
      } catch (error) {
        leaveOut(reading, error, path, null);
      }
      yield { reading, at: null, done: 1, of: 1 };
    },
  };
}
