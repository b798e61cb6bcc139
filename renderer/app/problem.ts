import { useMemo } from 'react';
import type { MessageKeys, NestedKeyOf } from 'use-intl/core';
import { z } from 'zod';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import { Problem } from '#shared/model/problem.ts';
import { Channel } from '#shared/model/subscription.ts';
import { useT } from './i18n.tsx';
import { useSourceName } from './source-name.ts';

const Carrier = z.object({ data: Problem });

type Problems = Messages['problems'];
type ProblemKey = MessageKeys<Problems, NestedKeyOf<Problems>>;
type Rule = keyof Messages['rules'] & string;
/** Whether a dotted key leads to a sentence of the catalogue. */
function hasSentence(key: string): key is ProblemKey {
  let branch: unknown = MESSAGES.en.problems;
  for (const part of key.split('.')) branch = Branch.safeParse(branch).data?.[part];
  return typeof branch === 'string';
}
const Branch = z.record(z.string(), z.unknown());
const isRule = (rule: unknown): rule is Rule => typeof rule === 'string' && Object.hasOwn(MESSAGES.en.rules, rule);

/** The problem that an error carries (the contract's `PROBLEM` answers), or that a value is; `null` for anything else. */
export function problemOf(error: unknown): Problem | null {
  const carried = Carrier.safeParse(error);
  if (carried.success) return carried.data.data;
  const plain = Problem.safeParse(error);
  return plain.success ? plain.data : null;
}

/** Turns any error, or a problem value, into one sentence in the person's language. */
export function useProblemText(): (error: unknown) => string {
  const t = useT();
  const sourceName = useSourceName();
  return useMemo(
    () => (error: unknown) => {
      const problem = problemOf(error);
      if (problem === null) {
        return t('window.problem.unexpected', { detail: error instanceof Error ? error.message : String(error) });
      }
      const { key, values } = problem;
      if (!hasSentence(key)) return t('window.problem.unnamed', { key });

      // Ids of channels, sources and rules are put into words.
      const words: Record<string, string> = {};
      const channel = Channel.safeParse(values.channel);
      if (channel.success) words.channel = t(`terms.channels.${channel.data}`);
      if (typeof values.source === 'string') words.source = sourceName(values.source);
      if (isRule(values.rule)) words.statement = t(`rules.${values.rule}.statement`);
      return t(`problems.${key}`, { ...values, ...words });
    },
    [t, sourceName],
  );
}
