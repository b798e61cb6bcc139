import { parse } from 'iso8601-duration';
import { DelegationStatus } from '#shared/model/delegation.ts';
import { brief } from './json.ts';
import { RowRejected } from './rejected.ts';

/** A GDAP status; one that we do not know yet is kept as such and never refused. */
export function readDelegationStatus(text: string): DelegationStatus {
  const word = text.trim().toLowerCase();
  return DelegationStatus.options.find((status) => status.toLowerCase() === word) ?? 'unknownFutureValue';
}

/** An ISO 8601 duration as written (`P730D`); `null` when empty; anything else rejects the row. */
export function readDuration(text: string, field: string): string | null {
  const duration = text.trim();
  if (duration === '') return null;
  if (lengthOf(duration) === null) throw new RowRejected('notADuration', { field, value: brief(text) }, field);
  return duration;
}

/** Whether a relationship extends itself: `P180D` yes, `P0D` and `PT0S` no, silence unknown. */
export function readAutoExtend(text: string | null | undefined): boolean | null {
  const length = lengthOf(text?.trim() ?? '');
  return length === null ? null : length > 0;
}

function lengthOf(duration: string): number | null {
  try {
    return Object.values(parse(duration)).reduce((sum: number, part: number | undefined) => sum + (part ?? 0), 0);
  } catch {
    return null;
  }
}
