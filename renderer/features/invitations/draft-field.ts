import type { Problem } from '#shared/model/problem.ts';

/** The parts of a draft that a problem can be about; what is about none of them is about inviting itself. */
export type DraftField = 'link' | 'recipient' | 'subject' | 'paragraphs' | 'draft';

/** Where a problem is shown: the keys begin with what they are about. `subject` is what stands there, if anything does. */
export function fieldOf(problem: Problem | null, subject: string | null = null): DraftField {
  const { key = '', values = {} } = problem ?? {};
  if (key.startsWith('recipient')) return 'recipient';
  if (key.startsWith('link') || key.startsWith('received')) return 'link';
  if (key.startsWith('wordsSubject')) return 'subject';
  if (!/^(words|template)/.test(key)) return 'draft';
  const named = values.variable ?? values.host;
  return typeof named === 'string' && subject?.includes(named) ? 'subject' : 'paragraphs';
}

/** Which paragraph a problem is about: the one it names, else the one that holds what it names, else the last that stands. */
export function paragraphOf({ values }: Problem, paragraphs: readonly (string | null)[]): number {
  const kept = [...paragraphs.keys()].filter((at) => paragraphs[at] !== null && paragraphs[at]?.trim() !== '');
  // Counted from 1, the removed ones too.
  if (typeof values.paragraph === 'number') return values.paragraph - 1;
  const named = values.variable ?? values.host;
  const holding = kept.find((at) => typeof named === 'string' && paragraphs[at]?.includes(named));
  return holding ?? kept.at(-1) ?? 0;
}
