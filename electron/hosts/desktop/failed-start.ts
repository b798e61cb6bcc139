import { problemOf, sentenceOf } from '#electron/hosts/say.ts';
import { pickLanguage } from '#shared/locales/index.ts';
import { problemSentence } from '#shared/locales/translator.ts';

/**
 * What a person must be told of a start that failed, in the first of their languages that we speak; null where another
 * window has come to the front in our place.
 */
export function toldOfStart(error: unknown, languages: readonly string[]): string | null {
  const problem = problemOf(error);
  if (problem?.key === 'workspaceBusy') return null;
  return problem ? problemSentence(problem, pickLanguage(languages)) : sentenceOf(error);
}
