import { validate } from '@cedar-policy/cedar-wasm/nodejs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cedar, loadCedar } from '#test/proof/cedar.ts';
import { readPolicies, readSchema } from '#test/proof/cedar-policies.ts';
import { compare, describe as inWords, unmetIn } from '#test/proof/differential.ts';
import { type JudgedPlace, judge } from '#test/proof/judged.ts';
import { mutants } from '#test/proof/mutants.ts';
import { SPACE_SIZE, sampleOfSpace } from '#test/proof/space.ts';
import { survivors } from '#test/proof/survivors.ts';

const PATIENCE = 180_000;

describe('the rules in Cedar', () => {
  it('ask whether a fact is there before they read it', () => {
    const policies = readPolicies({ delegations: 3, assignments: 2 });
    const answer = validate({
      schema: readSchema(),
      policies: { staticPolicies: Object.fromEntries(policies.map(({ id, text }) => [id, text])) },
      validationSettings: { mode: 'strict' },
    });
    expect(answer).toMatchObject({ type: 'success', validationErrors: [], validationWarnings: [] });
  });

  it('are all but the default, which is Cedar’s own', () => {
    const rules = new Set(readPolicies({ delegations: 1, assignments: 1 }).map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(
      Array.from({ length: 31 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`),
    );
  });
});

describe('a sample of everything that can be asked', () => {
  let cedar: Cedar;
  let judged: readonly JudgedPlace[];

  beforeAll(() => {
    cedar = loadCedar();
    judged = [...judge(sampleOfSpace(), cedar)];
  }, PATIENCE);

  it('is taken from more than a million requests', () => {
    expect(SPACE_SIZE).toBeGreaterThanOrEqual(1_000_000);
  });

  it('is judged by the policy as by Cedar, and every act and every rule decides in it', { timeout: PATIENCE }, () => {
    const found = compare(judged);
    console.info(`differential: ${found.compared} of ${SPACE_SIZE} requests, ${found.disagreed} disagreements`);
    expect(found.disagreements.map(inWords)).toEqual([]);
    expect(found.disagreed).toBe(0);
    expect(unmetIn(found, cedar)).toEqual([]);
  });

  it('tells every wrong rule table from the right one', { timeout: PATIENCE }, () => {
    const wrong = mutants();
    const unnoticed = survivors(judged, wrong).map(({ name }) => name);
    console.info(`mutants: ${wrong.length}, survivors: ${unnoticed.length === 0 ? 'none' : unnoticed.join('; ')}`);
    expect(wrong.length).toBeGreaterThan(0);
    expect(unnoticed).toEqual([]);
  });
});
