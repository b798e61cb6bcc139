import { useMemo } from 'react';
import { z } from 'zod';
import { problemSentence } from '#shared/locales/translator.ts';
import { Problem } from '#shared/model/problem.ts';
import { useLanguage, useT } from './i18n.tsx';
import { useSourceName } from './source-name.ts';

const Carrier = z.object({ data: Problem });

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
  const language = useLanguage();
  const sourceName = useSourceName();
  return useMemo(
    () => (error: unknown) => {
      const problem = problemOf(error);
      if (problem === null) {
        return t('window.problem.unexpected', { detail: error instanceof Error ? error.message : String(error) });
      }
      const { source } = problem.values;
      const values = typeof source === 'string' ? { ...problem.values, source: sourceName(source) } : problem.values;
      return problemSentence({ ...problem, values }, language);
    },
    [t, language, sourceName],
  );
}
