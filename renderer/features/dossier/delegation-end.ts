import { isPast } from '#renderer/app/delegation-order.ts';
import { SOON_DAYS } from '#renderer/ui/soon.ts';
import type { Delegation } from '#shared/model/delegation.ts';

/** How the end of a delegation is told: which words, and whether it stands out. */
export interface EndToTell {
  readonly words: 'endsIn' | 'ended' | 'extendsIn' | 'wasToExtend' | 'endedOn' | 'wasToEnd';
  readonly soon: boolean;
}

/**
 * What to say of an end that lies `days` calendar days ahead (negative: behind us). Days are counted while the delegation
 * is in force; once it is over, the date it had is history. One that extends itself does not end, so nothing is urgent.
 */
export function endToTell({ status, autoExtend }: Pick<Delegation, 'status' | 'autoExtend'>, days: number): EndToTell {
  if (isPast(status)) return { words: days < 0 ? 'endedOn' : 'wasToEnd', soon: false };
  if (autoExtend === true) return { words: days < 0 ? 'wasToExtend' : 'extendsIn', soon: false };
  return days < 0 ? { words: 'ended', soon: false } : { words: 'endsIn', soon: days <= SOON_DAYS };
}

/** The soonest end after an instant (ISO): until then the clock alone changes nothing. `null` when none is known. */
export function nextEnd(delegations: readonly Pick<Delegation, 'endsAt'>[], now: Date): string | null {
  const ends = delegations.flatMap(({ endsAt }) => (endsAt && Date.parse(endsAt) > now.getTime() ? [endsAt] : []));
  return ends.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
