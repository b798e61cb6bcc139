import { misfitOf, valueAt } from '#shared/model/misfit.ts';
import { ActionName, PolicyRequest } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** Stands for the path of a request that does not fit as a whole. */
export const WHOLE_REQUEST = '(request)';

/** A request in the documented shape, or a problem that names the path that does not fit. An unknown action is an error, never a deny. */
export function readRequest(input: unknown): PolicyRequest {
  const read = PolicyRequest.safeParse(input);
  if (read.success) return read.data;
  const { path, fault, choices } = misfitOf(read.error, input);
  const action = valueAt(input, ['action', 'name']);
  if (path === 'action.name' && typeof action === 'string' && !ActionName.safeParse(action).success) {
    throw new ProblemError('bad-input', 'unknownAction', { action, path, file: 'none' });
  }
  throw new ProblemError('bad-input', 'requestInvalid', { path: path || WHOLE_REQUEST, fault, choices, file: 'none' });
}
