import { misfitOf } from '#shared/model/misfit.ts';
import { PartnerProfile } from '#shared/model/partner.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** A partner profile from what a file or a form holds, or a problem that names the first field that does not fit. */
export function readProfile(input: unknown, file: string): PartnerProfile {
  const read = PartnerProfile.safeParse(input);
  if (read.success) return read.data;
  const { path, fault, choices } = misfitOf(read.error, input);
  throw new ProblemError('bad-input', 'profileInvalid', { file, field: path || '(profile)', fault, choices });
}
