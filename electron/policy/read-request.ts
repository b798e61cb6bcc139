import { ActionName, PolicyRequest } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** A request in the documented shape, or a problem that names the path that does not fit. An unknown action is an error, never a deny. */
export function readRequest(input: unknown): PolicyRequest {
  const read = PolicyRequest.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const said = path.split('.').reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), input);
  if (path === 'action.name' && typeof said === 'string' && !ActionName.safeParse(said).success) {
    throw new ProblemError('bad-input', 'unknownAction', { action: said });
  }
  throw new ProblemError('bad-input', 'requestInvalid', { path: path || '(request)', reason: issue?.message ?? '' });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
