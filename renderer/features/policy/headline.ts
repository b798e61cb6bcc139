import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { Decision } from '#shared/model/policy.ts';
import type { LinkState, TraceStep } from '#shared/model/trace.ts';
import { useAllowingClause } from './allowing-clause.ts';
import { useBrokenClauses } from './broken-clauses.ts';
import { carrierOf } from './carrying.ts';
import { rolesFor } from './directory-roles.ts';
import type { Case } from './seen.ts';
import { seenAt } from './seen-at.ts';
import { useUnknownClauses } from './unknown-clauses.ts';
import { useWords } from './words.ts';

/** More than these would no longer be read at a glance; the chain tells the rest. */
const MOST = 3;

interface Answer {
  readonly context: Pick<Decision['context'], 'outcome' | 'rule'>;
  readonly trace: readonly TraceStep[];
  readonly about: Case;
  /** It hangs on things supposed: then what the records say is no reason. */
  readonly supposed: boolean;
}

/** The answer in one sentence: yes, no or cannot tell, and the facts of this very case that make it so. */
export function useHeadline(): (answer: Answer) => string {
  const t = useT('explain.headline');
  const format = useFormat();
  const words = useWords();
  const unnamed = useT('dossier.delegations')('unnamed');
  const broken = useBrokenClauses();
  const unknown = useUnknownClauses();
  const allowing = useAllowingClause();
  return (answer) => {
    const { context, supposed } = answer;
    const { outcome, rule } = context;
    if (supposed) return t(`supposed.${outcome}`);
    const through = outcome === 'allow' ? throughDelegation(answer) : null;
    if (through !== null) return through;
    const why = reasons(answer).slice(0, MOST);
    // Where no fact makes it so, the rule itself does.
    return t(outcome, { why: joined(why.length > 0 ? why : [words.ruleName(rule)]) });
  };

  function reasons({ context: { outcome, rule }, trace, about }: Answer): readonly string[] {
    const at = (state: LinkState) => trace.filter((step) => step.state === state);
    switch (outcome) {
      case 'deny':
        return at('broken').flatMap((step) => broken(seenAt(step, about)));
      case 'unknown': {
        const steps = at('unknown');
        const clauses = steps.flatMap((step) => unknown(seenAt(step, about), step));
        if (clauses.length > 0) return clauses;
        const facts = [...new Set(steps.flatMap(({ missing }) => missing).map(words.fact))];
        return facts.length > 0 ? [t('open.facts', { facts: format.list(facts) })] : [];
      }
      case 'allow': {
        const deciding = trace.filter(({ rules }) => rules.includes(rule));
        const clause = allowing(deciding.flatMap((step) => seenAt(step, about)));
        return clause === null ? [] : [clause];
      }
    }
  }

  function throughDelegation({ about, trace }: Answer): string | null {
    const isAdministration = rolesFor(about.asked.action).length > 0;
    if (!isAdministration || !trace.some(({ link }) => link === 'delegation')) return null;
    const carrier = carrierOf(about);
    if (carrier === null) return null;
    if (carrier === 'dap') return t('through.dap');
    const { endsAt, autoExtend } = carrier;
    const name = carrier.name ?? unnamed;
    if (endsAt === null) return t('through.gdap', { name });
    return t(autoExtend ? 'through.gdapExtends' : 'through.gdapUntil', { name, date: format.date(endsAt) });
  }

  function joined(clauses: readonly string[]): string {
    const [last, ...before] = [...clauses].reverse();
    if (last === undefined || before.length === 0) return last ?? '';
    return t('and', { before: before.reverse().reduce((one, next) => t('comma', { before: one, last: next })), last });
  }
}
