import { Cloud } from '#shared/model/partner.ts';
import { ActionName, type Decision, type Outcome, type Remedy } from '#shared/model/policy.ts';
import type { Clause, Need, Rule } from './rule.ts';

type Reason = Decision['context']['reasons'][number];

type Named<Of> = Omit<Of, 'remedies'> & { readonly remedies?: readonly Remedy[] };
type ReadyNeed = Named<Need>;
type ReadyClause =
  | Exclude<Clause, { says: 'deny' } | { says: 'require' }>
  | Named<Extract<Clause, { says: 'deny' }>>
  | (Omit<Extract<Clause, { says: 'require' }>, 'needs'> & { readonly needs: readonly ReadyNeed[] });

/** A rule with everything at hand that an answer quotes of it, made once: decisions come by the million. */
export interface ReadyRule {
  readonly id: string;
  readonly clauses: readonly ReadyClause[];
  readonly reasons: Readonly<Record<Outcome, Reason>>;
}

/** The rules that speak of an action on a cloud, by number. */
export type Lookup = (cloud: Cloud, action: ActionName) => readonly ReadyRule[];

export function lookupOf(rules: readonly Rule[]): Lookup {
  const ready = new Map(rules.map((rule) => [rule, readyOf(rule)]));
  const byCloud = Object.fromEntries(
    Cloud.options.map((cloud) => [
      cloud,
      Object.fromEntries(
        ActionName.options.map((action) => [
          action,
          rules.flatMap((rule) => {
            const speaks = rule.clouds.includes(cloud) && rule.actions.includes(action);
            return (speaks && ready.get(rule)) || [];
          }),
        ]),
      ),
    ]),
  );
  return (cloud, action) => byCloud[cloud]?.[action] ?? [];
}

function readyOf({ id, sources, clauses }: Rule): ReadyRule {
  const reasonOf = (effect: Outcome): Reason => Object.freeze({ rule: id, effect, source: sources[0] ?? null });
  return {
    id,
    reasons: { allow: reasonOf('allow'), deny: reasonOf('deny'), unknown: reasonOf('unknown') },
    clauses: clauses.map((clause): ReadyClause => {
      if (clause.says === 'deny') return named(id, clause);
      if (clause.says === 'require') return { ...clause, needs: clause.needs.map((need) => named(id, need)) };
      return clause;
    }),
  };
}

/** Remedies name the rule whose answer they would change. */
function named<Of extends Pick<Need, 'remedies'>>(rule: string, { remedies, ...rest }: Of): Named<Of> {
  return remedies ? { ...rest, remedies: remedies.map((remedy) => Object.freeze({ ...remedy, rule })) } : rest;
}
