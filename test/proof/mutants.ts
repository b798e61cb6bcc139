import type { DelegationParts } from '#electron/policy/effective-delegation.ts';
import type { Clause, Need, Rule } from '#electron/policy/rule.ts';
import { RULES, rulesOver, TABLE_PARTS, type TableParts } from '#electron/policy/table.ts';
import { not } from '#electron/policy/truth.ts';
import { Cloud, StaffRole } from '#shared/model/partner.ts';
import type { ActionName } from '#shared/model/policy.ts';

/** The rule table with one thing wrong. */
export interface Mutant {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** The acts whose answers it may change. */
  readonly actions: readonly ActionName[];
}

/** Every table that differs from ours by one flipped effect, one condition less, or one part more or less. */
export function mutants(): Mutant[] {
  return [...RULES.flatMap(mutantsOfRule), ...mutantsOfParts()];
}

/** A list without each of its items in turn. */
function lacking<T>(list: readonly T[]): { item: T; rest: readonly T[] }[] {
  return list.map((item, index) => ({ item, rest: list.filter((_, place) => place !== index) }));
}

function mutantsOfRule(rule: Rule): Mutant[] {
  const mutant = (what: string, change: Partial<Rule>): Mutant => ({
    name: `${rule.id} ${what}`,
    rules: RULES.map((one) => (one === rule ? { ...rule, ...change } : one)),
    actions: rule.actions,
  });
  const clauses = rule.clauses.flatMap((clause, index) => {
    const label = rule.clauses.length === 1 ? '' : ` in clause ${index + 1}`;
    return mutationsOf(clause).map(({ what, into }) =>
      mutant(`${what}${label}`, { clauses: rule.clauses.flatMap((one, place) => (place === index ? into : [one])) }),
    );
  });
  const isEmpty = rule.clauses.length === 0;
  return [
    ...clauses,
    ...(isEmpty ? [] : Cloud.options.map((cloud) => mutant(...onOtherClouds(rule, cloud)))),
    ...lacking(rule.actions).map(({ item, rest }) => mutant(`does not speak of ${item}`, { actions: rest })),
  ];
}

function onOtherClouds({ clouds }: Rule, cloud: Cloud): [string, Partial<Rule>] {
  return clouds.includes(cloud)
    ? [`is silent on ${cloud}`, { clouds: clouds.filter((one) => one !== cloud) }]
    : [`speaks on ${cloud} too`, { clouds: [...clouds, cloud] }];
}

interface Mutation {
  readonly what: string;
  readonly into: readonly Clause[];
}

function mutationsOf(clause: Clause): Mutation[] {
  const dropped: Mutation = { what: `no longer says ${clause.says}`, into: [] };
  switch (clause.says) {
    case 'require':
      return [
        dropped,
        { what: clause.allows ? 'only gates' : 'allows too', into: [{ ...clause, allows: !clause.allows }] },
        ...clause.needs.map((need, index) => ({
          what: `needs the opposite of ${need.holds.name || 'its need'}`,
          into: [{ ...clause, needs: clause.needs.with(index, opposite(need)) }],
        })),
        ...lacking(clause.needs).map(({ item, rest }) => ({
          what: `without the need ${item.holds.name}`,
          into: [{ ...clause, needs: rest }],
        })),
        ...lacking(clause.within).map(({ item, rest }) => ({
          what: `without ${item.name}`,
          into: [{ ...clause, within: rest }],
        })),
      ];
    case 'oblige':
      return [dropped];
    case 'allow':
    case 'deny':
    case 'unknown': {
      const { when, link = 'relationship' } = clause;
      const flipped = (['allow', 'deny', 'unknown'] as const).filter((effect) => effect !== clause.says);
      return [
        dropped,
        ...flipped.map((says) => ({ what: `says ${says} for ${clause.says}`, into: [{ says, when, link }] })),
        ...lacking(when).map(({ item, rest }) => ({
          what: `without ${item.name}`,
          into: [{ ...clause, when: rest }],
        })),
        ...obligationsOf(clause).map(({ item, rest }) => ({
          what: `without the duty ${item}`,
          into: [{ ...clause, obligations: rest }],
        })),
      ];
    }
  }
}

const obligationsOf = (clause: Clause) => lacking('obligations' in clause ? (clause.obligations ?? []) : []);

const opposite = (need: Need): Need => ({ ...need, holds: (question) => not(need.holds(question)) });

/** The acts that need an effective delegation. */
const DELEGATED: readonly ActionName[] = ['subscription.provision', 'subscription.support', 'subscription.upgrade'];

/** What stands beside the conditions: the staff matrix cell by cell, and the parts of a delegation. */
function mutantsOfParts(): Mutant[] {
  const mutant = (name: string, actions: readonly ActionName[], change: Partial<TableParts>): Mutant => ({
    name,
    rules: rulesOver({ ...TABLE_PARTS, ...change }),
    actions,
  });
  const { staffMatrix, effectiveDelegation, anothersDap } = TABLE_PARTS;
  const cells = staffMatrix.flatMap((line) =>
    StaffRole.options.map((role) => {
      const permits = line.roles.includes(role);
      const roles = permits ? line.roles.filter((one) => one !== role) : [...line.roles, role];
      const act = line.kind ? `${line.action} (${line.kind})` : line.action;
      return mutant(`R08 ${permits ? 'forbids' : 'permits'} ${act} to the ${role}`, [line.action], {
        staffMatrix: staffMatrix.map((one) => (one === line ? { ...line, roles } : one)),
      });
    }),
  );
  const delegation = (what: string, change: Partial<DelegationParts>) =>
    mutant(`An effective delegation ${what}`, DELEGATED, {
      effectiveDelegation: { ...effectiveDelegation, ...change },
    });
  const { covers } = effectiveDelegation;
  return [
    ...cells,
    ...lacking(effectiveDelegation.dap).map(({ item, rest }) =>
      delegation(`(DAP) without ${item.name}`, { dap: rest }),
    ),
    ...lacking(effectiveDelegation.forService).map(({ item, rest }) =>
      delegation(`(DAP) without ${item.name}`, { forService: rest }),
    ),
    ...lacking(effectiveDelegation.gdap).map(({ item, rest }) =>
      delegation(`(GDAP) without ${item.name}`, { gdap: rest }),
    ),
    ...lacking(effectiveDelegation.assigned).map(({ item, rest }) =>
      delegation(`(GDAP) without ${item.name}`, { assigned: rest }),
    ),
    delegation('(GDAP) to provision by any role', { covers: { ...covers, provision: [] } }),
    delegation('(GDAP) to support by any role', { covers: { ...covers, support: [] } }),
    delegation('(GDAP) to provision as to support', { covers: { ...covers, provision: covers.support } }),
    delegation('(GDAP) to support as to provision', { covers: { ...covers, support: covers.provision } }),
    ...lacking(anothersDap).map(({ item, rest }) =>
      mutant(`Another partner’s DAP without ${item.name}`, ['delegation.request'], { anothersDap: rest }),
    ),
  ];
}
