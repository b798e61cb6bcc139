import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Cloud } from '#shared/model/partner.ts';
import type { SyncStep } from '#shared/model/sync.ts';
import { FaultKind } from '#test/simulator/http/faults.ts';
import { startSimulator } from '#test/simulator/start.ts';
import { PullWorld } from '#test/unit/sync/support/pull-world.ts';

const CUSTOMERS = 6;

/** A request of each step. */
const STEPS: readonly (readonly [SyncStep, RegExp])[] = [
  ['partners', /relationship_type=/u],
  ['reseller-link', /relationshiprequests/u],
  ['customers', /customers\?size/u],
  ['customer-details', /customers\/(?!relationshiprequests)[^/?]+$/u],
  ['customer-details', /subscriptions$/u],
  ['customer-details', /subscribedskus$/u],
  ['customer-details', /supportcontact$/u],
  ['delegated-customers', /delegatedAdminCustomers/u],
  ['delegations', /delegatedAdminRelationships\?/u],
  ['assignments', /accessAssignments/u],
];

/** A fault that nobody waits for the end of. */
const KINDS = FaultKind.options.filter((kind) => kind !== 'stall');

/** Lists that all else rests on. */
const LISTS = new Set<SyncStep>(['customers', 'delegated-customers', 'delegations']);

/** What ends a pull wherever it is met; and what does so for a list, while of one thing it is told and the rest is read. */
const ENDS_ANY = new Set<FaultKind>(['401', '429']);
const ENDS_A_LIST = new Set<FaultKind>(['503', 'reset', 'half-body', 'html']);

/** Refusals that say something: there is no contact; no role of ours reads the seats. */
const TELLS: readonly string[] = ['404 supportcontact', '403 subscribedskus'];
const kindsFor = (match: RegExp) =>
  KINDS.filter((kind) => !TELLS.some((one) => one === `${kind} ${match.source.replace('$', '')}`));

/** Of each class of faults one; the clouds differ in nothing here. */
const LASTING = new Set<FaultKind>([
  '401',
  '403',
  '404',
  '429',
  '503',
  'reset',
  'half-body',
  'html',
  'slow',
  'unknown-shape',
]);
const lasting = (cloud: Cloud, match: RegExp) =>
  kindsFor(match).filter((kind) => (cloud === 'global' ? LASTING.has(kind) : kind === '503'));

const stepsOf = (cloud: Cloud) =>
  STEPS.filter(
    ([step, match]) => cloud === 'global' || (step !== 'partners' && !match.source.startsWith('supportcontact')),
  );

describe.each<Cloud>(['global', '21vianet'])('On the cloud %s', (cloud) => {
  let world: PullWorld;
  let undisturbed: PullWorld;
  beforeAll(async () => {
    undisturbed = new PullWorld(await startSimulator({ cloud, customers: CUSTOMERS }));
    await undisturbed.sync();
  });
  afterEach(() => undisturbed.sim.faults.clear());
  afterAll(() => undisturbed.sim.close());

  describe.each(stepsOf(cloud))('a request of the step %s (%s)', (step, match) => {
    it.each(kindsFor(match))(
      'that goes wrong once (%s) is sent again, or told, and costs nothing in the end',
      async (kind) => {
        world = new PullWorld(undisturbed.sim);
        const fault = world.sim.fault({ match, kind, ms: 1, retryAfter: 1 });
        const runs = await world.sync();
        expect(fault.played).toBe(1);
        for (const { problem, state, unreadable } of runs) {
          if (state === 'failed') expect(problem?.key).toMatch(/^(?:network|sync)/u);
          else if (problem !== null) expect([step, problem.key]).toEqual(['delegated-customers', 'syncNotOffered']);
          else expect(state).toBe('done');
          for (const one of unreadable) expect(one.step).toBe(step);
        }
        const smooth = runs.every(({ problem, unreadableCount }) => problem === null && unreadableCount === 0);
        if (!smooth)
          for (const { state, unreadableCount } of await world.sync())
            expect([state, unreadableCount]).toEqual(['done', 0]);
        expect(world.told()).toEqual(undisturbed.told());
        if (smooth) expect(world.essence()).toEqual(undisturbed.essence());
      },
    );

    it.each(lasting(cloud, match))(
      'that goes wrong every time (%s) leaves nothing half done, and the next sync does the rest',
      async (kind) => {
        world = new PullWorld(undisturbed.sim);
        const fault = world.sim.fault({ match, kind, ms: 1, retryAfter: 1, times: 1_000_000 });
        const runs = await world.sync();
        expect(fault.played).toBeGreaterThan(0);
        const failed = runs.filter(({ state }) => state === 'failed');
        for (const { problem } of failed) expect(problem?.key).toMatch(/^(?:network|sync)/u);
        const left = runs.flatMap(({ unreadable }) => unreadable.map((one) => one.step));
        if (kind === 'slow') expect([failed.length, left]).toEqual([0, []]);
        else expect(failed.length + left.length).toBeGreaterThan(0);
        if (ENDS_ANY.has(kind) || (ENDS_A_LIST.has(kind) && LISTS.has(step))) expect(failed).toHaveLength(1);
        expect([...world.records.dossiers()].filter(({ goneUpstream }) => goneUpstream)).toEqual([]);

        world.sim.faults.clear();
        for (const { state, unreadableCount } of await world.sync())
          expect([state, unreadableCount]).toEqual(['done', 0]);
        expect(world.told()).toEqual(undisturbed.told());
      },
    );
  });
});
