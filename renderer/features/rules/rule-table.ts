import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import type { RuleEntry } from '#shared/contract/policy.ts';
import { fold } from '#shared/model/fold.ts';
import type { FindableRule } from './matching.ts';

/** The table is part of the program: it never changes while the window lives. */
const ALWAYS = { staleTime: Number.POSITIVE_INFINITY };

/** Every rule, with the words it is found by in the present language: id, name, text, note, sources and actions. */
export function useRuleTable() {
  const t = useT('terms.actions');
  const words = useWords();
  const { data, error, refetch } = useQuery(orpc.policy.matrix.queryOptions(ALWAYS));
  const rules = useMemo(() => {
    const findable = (entry: RuleEntry): FindableRule => {
      const { rule, sources, actions } = entry;
      const name = words.ruleName(rule);
      const parts = [
        rule,
        name,
        words.ruleStatement(rule) ?? '',
        words.ruleNote(rule) ?? '',
        ...sources.map(({ title }) => title),
        ...actions.flatMap((action) => [action, t(action)]),
      ];
      return { ...entry, name, haystack: fold(parts.join('\n')) };
    };
    return data?.map(findable);
  }, [data, t, words]);
  return { rules, error, retry: () => void refetch() };
}

/** Which Partner Center role permits which action (R08). */
export function useStaffMatrix() {
  return useQuery(orpc.policy.staffMatrix.queryOptions(ALWAYS));
}

/** Of how many customers each rule decides an answer now. */
export function useDeciding() {
  return useQuery(orpc.policy.deciding.queryOptions());
}
