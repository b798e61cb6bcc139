import { parse } from 'iso8601-duration';
import type { Delegation } from '#shared/model/delegation.ts';
import type { RoleDefinitionId } from '#shared/model/ids.ts';

/** What a GDAP request asks for, as far as we know it; `null` means unknown. */
export interface GdapTerms {
  readonly durationDays: number | null;
  readonly autoExtend: boolean | null;
  readonly roles: readonly RoleDefinitionId[] | null;
}

/** The terms of a relationship in our records. */
export function gdapTerms({ duration, autoExtend, roles }: Delegation): GdapTerms {
  return { durationDays: duration === null ? null : durationInDays(duration), autoExtend, roles };
}

/** Whole days of an ISO 8601 duration, a year being 365 of them; `null` for months and hours, which are no fixed days. */
export function durationInDays(duration: string): number | null {
  if (!/^P(?:\d+Y)?(?:\d+W)?(?:\d+D)?$/u.test(duration) || duration === 'P') return null;
  const { years = 0, weeks = 0, days = 0 } = parse(duration);
  return years * 365 + weeks * 7 + days;
}
