import { z } from 'zod';

/** The ways in which a value fails its schema, as far as a person is told of them; each has its words in `problems.faults`. */
export const Fault = z.enum([
  'required',
  'choice',
  'guid',
  'empty',
  'emptyList',
  'address',
  'insecureAddress',
  'instant',
  'subscriptionOnly',
  'text',
  'number',
  'truth',
  'list',
  'object',
  'other',
]);
export type Fault = z.infer<typeof Fault>;

/** One thing that does not fit: where it stands (like `staff.roles[0]`; empty for the whole), what is wrong, and what may stand there. */
export interface Misfit {
  readonly path: string;
  readonly fault: Fault;
  /** The words to choose from, separated by commas; empty unless the fault is `choice`. */
  readonly choices: string;
}

const WANTED: Readonly<Record<string, Fault>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'truth',
  array: 'list',
  object: 'object',
  record: 'object',
};

/** The first thing zod found wrong with `input`, in terms that every language has words for. */
export function misfitOf({ issues: [issue] }: z.ZodError, input: unknown): Misfit {
  return issue ? misfitOfIssue(issue, input) : { path: '', fault: 'other', choices: '' };
}

/** The same for one of zod's findings. */
export function misfitOfIssue(issue: z.core.$ZodIssue, input: unknown): Misfit {
  return {
    path: pathOf(issue.path),
    fault: valueAt(input, issue.path) === undefined ? 'required' : faultOf(issue),
    choices: choicesOf(issue).map(String).join(', '),
  };
}

/** As the policy writes paths: names after dots, places in lists in brackets. */
function pathOf(steps: readonly PropertyKey[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values;
  // A type that tells several shapes apart, and is none of theirs.
  return issue.code === 'invalid_union' && issue.inclusive !== false ? (issue.options ?? []) : [];
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'invalid_type':
      return WANTED[issue.expected] ?? 'other';
    case 'invalid_value':
      return 'choice';
    case 'invalid_union':
      return choicesOf(issue).length > 0 ? 'choice' : 'other';
    case 'invalid_format':
      if (issue.format === 'url') return 'address';
      if (issue.format === 'datetime') return 'instant';
      // The only pattern in profiles and requests.
      return issue.format === 'regex' ? 'guid' : 'other';
    case 'too_small':
      if (issue.origin === 'array') return 'emptyList';
      return issue.origin === 'string' ? 'empty' : 'number';
    case 'custom':
      return Fault.catch('other').parse(issue.params?.fault);
    default:
      return 'other';
  }
}

/** What stands at a path; `undefined` where there is nothing. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
