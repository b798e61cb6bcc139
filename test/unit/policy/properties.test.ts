import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideBy } from '#electron/policy/decide.ts';
import { decide, RULES, readRequest, trace } from '#electron/policy/index.ts';
import { isLater } from '#electron/policy/instant.ts';
import type { PolicyRequest } from '#shared/model/policy.ts';
import { rawRequestAt, SPACE_SIZE } from '#test/proof/space.ts';
import { activeGdap, approvedDap, LICENSE_ADMINISTRATOR } from '#test/unit/support/questions.ts';

/** Our own tenant, and another partner's, in that space. */
const OURS = 'us';
const ANOTHERS = 'another-partner';

/** Any question of the finite space that the proof goes through. */
const questions = fc.nat(SPACE_SIZE - 1).map((index) => readRequest(rawRequestAt(index)));

/** What is no fact that may be unknown: names, and what has a meaning of its own when absent. */
const NO_FACT = new Set(['kind', 'audience', 'customer', 'group']);

/** Where the channel stands in for these, it may say otherwise than they do: docs/policy.md tells what then holds. */
const NAMED = new Set(['transactingPartner', 'originalReseller', 'channel']);

const hasChannel = ({ resource }: PolicyRequest) =>
  resource.type === 'subscription' && Boolean(resource.properties.channel);

type Path = readonly (string | number)[];

/** Where the facts of a question stand. */
function factPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const below = factPaths(inner, at);
    const isFact = !Array.isArray(value) && !(NO_FACT.has(key) && typeof inner !== 'object');
    return isFact && inner !== null ? [at, ...below] : below;
  });
}

function without(question: PolicyRequest, paths: readonly Path[]): PolicyRequest {
  const copy = structuredClone(question);
  for (const path of paths) {
    let at: unknown = copy;
    for (const step of path.slice(0, -1))
      at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
    const last = path.at(-1);
    if (typeof at === 'object' && at !== null && last !== undefined) Reflect.deleteProperty(at, last);
  }
  return readRequest(copy);
}

/** A question, and the same question of which less is known. */
const knowingLess = questions.chain((full) => {
  const paths = [
    ...factPaths(full.subject.properties, ['subject', 'properties']),
    ...factPaths(full.resource.properties, ['resource', 'properties']),
  ].filter((path) => !(hasChannel(full) && NAMED.has(String(path.at(-1)))));
  return fc.subarray(paths).map((hidden) => ({ full, less: without(full, hidden) }));
});

/** Our own staff of a known partner ask. */
const ourQuestions = questions.filter(
  ({ subject }) => subject.type === 'partner-staff' && subject.properties.partner === OURS,
);

/** The same question with the customer's delegations changed. */
function withDelegations(
  question: PolicyRequest,
  change: (list: readonly unknown[]) => readonly unknown[],
): PolicyRequest | undefined {
  const copy = structuredClone(question);
  const facts =
    copy.resource.type === 'customer'
      ? copy.resource.properties
      : copy.resource.type === 'subscription'
        ? copy.resource.properties.customer
        : undefined;
  if (!facts?.delegations) return undefined;
  Object.assign(facts, { delegations: change(facts.delegations) });
  return readRequest(copy);
}

const runs = { numRuns: 3000 };

describe('whatever the question', () => {
  it('more facts may settle an answer, but never unsettle one', () => {
    return fc.assert(
      fc.property(knowingLess, ({ full, less }) => {
        const before = decide(less).context.outcome;
        if (before !== 'unknown') expect(decide(full).context.outcome).not.toBe('unknown');
      }),
      runs,
    );
  });

  it('what is settled by few facts stays so when all are told', () => {
    return fc.assert(
      fc.property(knowingLess, ({ full, less }) => {
        const before = decide(less).context.outcome;
        if (before !== 'unknown') expect(decide(full).context.outcome).toBe(before);
      }),
      runs,
    );
  });

  it('a DAP more for us never turns a yes into a no', () => {
    return fc.assert(
      fc.property(ourQuestions, (question) => {
        const granted = withDelegations(question, (list) => [...list, approvedDap({ partner: OURS })]);
        if (granted && decide(question).decision) expect(decide(granted).decision).toBe(true);
      }),
      runs,
    );
  });

  it('a GDAP more for us turns a yes into a no only where R11 or R15 says that it outranks the DAP', () => {
    return fc.assert(
      fc.property(ourQuestions, fc.subarray([LICENSE_ADMINISTRATOR, 'another-role']), (question, roles) => {
        const groups = question.subject.type === 'partner-staff' ? question.subject.properties.groups : null;
        const assignments = (groups ?? []).map((group) => ({ group, roles, status: 'active' }));
        const more = activeGdap({ partner: OURS, assignments, endDateTime: '2099-01-01T00:00:00Z' });
        const granted = withDelegations(question, (list) => [...list, more]);
        if (!granted || !decide(question).decision) return;
        const { outcome, rule } = decide(granted).context;
        if (roles.includes(LICENSE_ADMINISTRATOR)) expect(outcome).toBe('allow');
        else if (outcome === 'deny') expect(['R11', 'R15']).toContain(rule);
      }),
      runs,
    );
  });

  it('a DAP more for another partner turns a yes into a no by R13 alone', () => {
    return fc.assert(
      fc.property(ourQuestions, (question) => {
        const granted = withDelegations(question, (list) => [...list, approvedDap({ partner: ANOTHERS })]);
        if (!granted || !decide(question).decision) return;
        const { outcome, rule } = decide(granted).context;
        if (outcome === 'deny') expect(rule).toBe('R13');
      }),
      runs,
    );
  });

  it('the order in which facts are listed does not matter', () => {
    return fc.assert(
      fc.property(questions, (question) => {
        const turned = withDelegations(question, (list) => list.toReversed());
        if (!turned) return;
        const [one, other] = [decide(question).context, decide(turned).context];
        expect(other.outcome).toBe(one.outcome);
        expect(other.rule).toBe(one.rule);
        expect(other.reasons).toEqual(one.reasons);
      }),
      runs,
    );
  });

  it('the order of the rules does not matter to the outcome, nor to who took part', () => {
    const turned = decideBy(RULES.toReversed());
    const named = (question: PolicyRequest, by: typeof decide) => {
      const { outcome, reasons, remedies, missing } = by(question).context;
      return {
        outcome,
        reasons: reasons.map(({ rule, effect }) => `${rule} ${effect}`).sort(),
        remedies: remedies.map(({ rule, action }) => `${rule} ${action}`).sort(),
        missing: [...missing].sort(),
      };
    };
    return fc.assert(
      fc.property(questions, (question) => {
        expect(named(question, turned)).toEqual(named(question, decide));
      }),
      runs,
    );
  });

  it('asking changes nothing: not the question, not the next answer', () => {
    return fc.assert(
      fc.property(questions, (question) => {
        const before = structuredClone(question);
        const answer = structuredClone(decide(question));
        trace(question);
        expect(decide(question)).toEqual(answer);
        expect(question).toEqual(before);
      }),
      runs,
    );
  });

  it('a "cannot tell" names the facts it wants, unless its rule says that nobody can tell', () => {
    return fc.assert(
      fc.property(questions, (question) => {
        const { outcome, missing, reasons } = decide(question).context;
        const nobody = reasons.some(({ rule, effect }) => effect === 'unknown' && (rule === 'R21' || rule === 'R26'));
        if (outcome !== 'unknown') expect(missing).toEqual([]);
        else if (!nobody) expect(missing).not.toEqual([]);
      }),
      runs,
    );
  });
});

describe('the chain behind an answer', () => {
  const asked = questions.filter(({ subject }) => subject.type === 'partner-staff');

  it('holds from end to end where the answer is yes', () => {
    return fc.assert(
      fc.property(asked, (question) => {
        if (decide(question).decision) {
          expect(trace(question).filter(({ state }) => state !== 'holds')).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('is broken somewhere where the answer is no', () => {
    return fc.assert(
      fc.property(asked, (question) => {
        const { outcome, rule } = decide(question).context;
        // Of acts that no rule speaks of there is no chain.
        if (outcome !== 'deny' || (rule === 'R00' && trace(question).length === 0)) return;
        expect(trace(question).map(({ state }) => state)).toContain('broken');
      }),
      runs,
    );
  });

  it('is open somewhere, and broken nowhere, where nobody can tell', () => {
    return fc.assert(
      fc.property(asked, (question) => {
        if (decide(question).context.outcome !== 'unknown') return;
        const states = trace(question).map(({ state }) => state);
        expect(states).toContain('unknown');
        expect(states).not.toContain('broken');
      }),
      runs,
    );
  });
});

describe('an instant', () => {
  it('is later than another by time, however either is written', () => {
    const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const written = fc
      .tuple(dates, fc.boolean())
      .map(([date, short]) => (short ? `${date.toISOString().slice(0, 19)}Z` : date.toISOString()));
    return fc.assert(
      fc.property(written, written, (one, other) => {
        expect(isLater(one, other)).toBe(Date.parse(one) > Date.parse(other));
      }),
    );
  });
});
