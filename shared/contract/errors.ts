import { oc } from '@orpc/contract';
import { Problem } from '#shared/model/problem.ts';

/** Every procedure may answer with a problem: a value that the window and the command line turn into a sentence. */
export const procedure = oc.errors({ PROBLEM: { status: 422, data: Problem } });
