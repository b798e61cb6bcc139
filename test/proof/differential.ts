import { decide } from '#electron/policy/index.ts';
import { ActionName, type Decision, type Outcome, type PolicyRequest, type Remedy } from '#shared/model/policy.ts';
import { type Cedar, listOf, type Verdict } from './cedar.ts';
import type { JudgedPlace } from './judged.ts';

/** A request that the two engines judge differently. */
export interface Disagreement {
  readonly index: number;
  readonly request: PolicyRequest;
  readonly ours: Verdict;
  readonly cedars: Verdict;
}

/** What a comparison found. Counts are of requests. */
export interface Comparison {
  compared: number;
  readonly outcomes: Record<Outcome, number>;
  readonly actions: Record<string, number>;
  /** By `R11 allow` and the like: how often Cedar's rule took part on the winning side. */
  readonly rules: Record<string, number>;
  disagreed: number;
  /** How often they disagree in each way, such as `allow by R11, not deny by R00`. */
  readonly ways: Record<string, number>;
  /** The first of each way, at most twenty. */
  readonly disagreements: Disagreement[];
}

const SHOWN = 20;

/** Our decision in Cedar's terms. */
export function verdictOf({ context }: Decision): Verdict {
  const { outcome, rule, reasons, obligations, remedies } = context;
  return {
    outcome,
    rule,
    rules: listOf(reasons.filter(({ effect }) => effect === outcome).map((reason) => reason.rule)),
    obligations: listOf(obligations),
    remedies: listOf(remedies.map(inWords)),
  };
}

/** What would change a denial: what, of which kind where that matters, and by whom. */
const inWords = ({ rule, action, kind, by }: Remedy) => `${rule} ${action}${kind ? ` ${kind}` : ''} by ${by}`;

/** Whether two engines say the same, for the same reasons, with the same duties and remedies. */
export function isSame(one: Verdict, other: Verdict): boolean {
  return (
    one.outcome === other.outcome &&
    one.rule === other.rule &&
    isAlike(one.rules, other.rules) &&
    isAlike(one.obligations, other.obligations) &&
    isAlike(one.remedies, other.remedies)
  );
}

const isAlike = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item, index) => item === other[index]);

function say({ outcome, rules, obligations, remedies }: Verdict): string {
  const also = [...obligations, ...remedies];
  return `${outcome} by ${rules.join(', ')}${also.length > 0 ? ` (${also.join(', ')})` : ''}`;
}

const wayOf = (ours: Verdict, cedars: Verdict) => `${say(ours)}, not ${say(cedars)}`;

function emptyComparison(): Comparison {
  return {
    compared: 0,
    outcomes: { allow: 0, deny: 0, unknown: 0 },
    actions: {},
    rules: {},
    disagreed: 0,
    ways: {},
    disagreements: [],
  };
}

function compareOne(found: Comparison, { index, request, verdict: cedars }: JudgedPlace): void {
  const ours = verdictOf(decide(request));
  found.compared += 1;
  found.outcomes[cedars.outcome] += 1;
  found.actions[request.action.name] = (found.actions[request.action.name] ?? 0) + 1;
  for (const rule of cedars.rules) {
    const key = `${rule} ${cedars.outcome}`;
    found.rules[key] = (found.rules[key] ?? 0) + 1;
  }
  if (isSame(ours, cedars)) return;
  found.disagreed += 1;
  const way = wayOf(ours, cedars);
  if (found.ways[way] === undefined && found.disagreements.length < SHOWN) {
    found.disagreements.push({ index, request, ours, cedars });
  }
  found.ways[way] = (found.ways[way] ?? 0) + 1;
}

/**
 * Compares our policy with what Cedar says.
 *
 * @param progress is told after every thousand requests how many of them are done
 */
export function compare(judged: Iterable<JudgedPlace>, progress?: (compared: number) => void): Comparison {
  const found = emptyComparison();
  for (const place of judged) {
    compareOne(found, place);
    if (found.compared % 1000 === 0) progress?.(found.compared);
  }
  return found;
}

function addCounts(sum: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
}

/** Two comparisons of different requests as one. */
export function sumOf(comparisons: readonly Comparison[]): Comparison {
  const sum = emptyComparison();
  for (const { compared, outcomes, actions, rules, disagreed, ways, disagreements } of comparisons) {
    sum.compared += compared;
    sum.disagreed += disagreed;
    addCounts(sum.outcomes, outcomes);
    addCounts(sum.actions, actions);
    addCounts(sum.rules, rules);
    const news = disagreements.filter(({ ours, cedars }) => sum.ways[wayOf(ours, cedars)] === undefined);
    sum.disagreements.push(...news.slice(0, SHOWN - sum.disagreements.length));
    addCounts(sum.ways, ways);
  }
  return sum;
}

/** The acts, and the rules with each of their effects, that a comparison never met. */
export function unmetIn({ actions, rules }: Comparison, { sayings }: Cedar): string[] {
  const unmet = [...sayings, 'R00 deny'].filter((saying) => rules[saying] === undefined);
  return [...ActionName.options.filter((name) => actions[name] === undefined), ...unmet];
}

/** Disagreements in words, for the person who has to find out which engine is right. */
export function describe({ index, request, ours, cedars }: Disagreement): string {
  return `No. ${index}: the policy says ${say(ours)}; Cedar says ${say(cedars)}\n  ${JSON.stringify(request)}`;
}
