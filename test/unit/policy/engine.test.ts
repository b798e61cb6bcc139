import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, RULES, readRequest } from '#electron/policy/index.ts';
import { ActionName, Decision } from '#shared/model/policy.ts';
import {
  type Ask,
  activeGdap,
  answer,
  approvedDap,
  customerAdmin,
  indirectReseller,
  licensed,
  requestOf,
  staff,
} from '#test/unit/support/questions.ts';

const subjects = [
  staff(),
  indirectReseller(),
  staff({ programs: ['advisor'] }),
  staff({ roles: null }),
  customerAdmin('global-admin'),
];
const delegations = [undefined, [], [approvedDap()], [activeGdap()], [approvedDap({ status: null })]];

const asks: fc.Arbitrary<Ask> = fc.record({
  subject: fc.constantFrom(...subjects),
  action: fc.constantFrom(...ActionName.options),
  with: fc.constantFrom({}, { kind: 'reseller' }, { kind: 'dap' }, { kind: 'gdap' }),
  on: fc.constantFrom(...delegations).map((list) => licensed(list, { channel: 'csp-own', status: 'active' })),
  cloud: fc.constantFrom('21vianet' as const, 'global' as const),
});

describe('the combiner', () => {
  it('gives a decision of the documented shape for any request', () =>
    fc.assert(
      fc.property(asks, (ask) => {
        const decision = decide(readRequest(requestOf(ask)));
        expect(Decision.parse(decision)).toEqual(decision);
        expect(decision.decision).toBe(decision.context.outcome === 'allow');
      }),
    ));

  it('is pure: it changes nothing and answers the same twice', () =>
    fc.assert(
      fc.property(asks, (ask) => {
        const request = Object.freeze(readRequest(requestOf(ask)));
        const before = JSON.stringify(request);
        expect(decide(request)).toEqual(decide(request));
        expect(JSON.stringify(request)).toBe(before);
      }),
    ));

  it('filling in an unknown fact never turns a yes or a no into "cannot tell"', () =>
    fc.assert(
      fc.property(asks, fc.constantFrom(...delegations.slice(1)), (ask, known) => {
        const unknown = answer({ ...ask, on: licensed(undefined, { channel: 'csp-own' }) });
        const filled = answer({ ...ask, on: licensed(known, { channel: 'csp-own' }) });
        if (unknown.outcome !== 'unknown' && !JSON.stringify(known).includes('null')) {
          expect(filled.outcome).toBe(unknown.outcome);
        }
      }),
    ));

  it('denies by default, naming R00', () => {
    expect(answer({ action: 'invitation.create', with: { kind: 'gdap' } })).toMatchObject({
      outcome: 'deny',
      rule: 'R00',
    });
  });
});

describe('the table', () => {
  it('holds every rule from R00 to R31 once', () => {
    expect(RULES.map(({ id }) => id)).toEqual(Array.from({ length: 32 }, (_, n) => `R${String(n).padStart(2, '0')}`));
  });

  it('names a source for each but the default', () => {
    expect(RULES.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual(['R00']);
  });
});

describe('a request that does not fit', () => {
  const problemOf = (input: unknown): unknown => {
    try {
      return readRequest(input);
    } catch (error) {
      return error;
    }
  };

  it('names the path', () => {
    const broken = {
      ...Object(requestOf({ action: 'customer.view' })),
      context: { cloud: 'mars', time: '2026-11-22T00:00:00Z' },
    };
    expect(problemOf(broken)).toMatchObject({ problem: { key: 'requestInvalid', values: { path: 'context.cloud' } } });
  });

  it('with an unknown action is an error, never a deny', () => {
    expect(problemOf(requestOf({ action: 'customer.delete' }))).toMatchObject({
      problem: { key: 'unknownAction', values: { action: 'customer.delete' } },
    });
  });
});
