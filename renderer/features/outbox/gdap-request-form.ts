import { ROLE } from '#renderer/features/policy/directory-roles.ts';
import type { CustomerId, RoleDefinitionId } from '#shared/model/ids.ts';
import { OutboxCommand } from '#shared/model/outbox.ts';

/** A request for GDAP as it is typed. */
export interface TypedRequest {
  readonly name: string;
  readonly days: string;
  readonly autoExtend: boolean;
  readonly roles: readonly RoleDefinitionId[];
}

/** What is wrong with it, field by field; nothing where all is well. */
export interface RequestFaults {
  readonly name?: 'missing' | 'long';
  readonly days?: 'wrong';
  readonly roles?: 'missing';
}

export const NAME_LENGTH = 50;
export const LONGEST = 730;

export function requestFaults({ name, days, roles }: TypedRequest): RequestFaults {
  const typed = name.trim();
  return {
    ...(typed === '' ? { name: 'missing' as const } : {}),
    ...(typed.length > NAME_LENGTH ? { name: 'long' as const } : {}),
    ...(daysOf(days) === null ? { days: 'wrong' as const } : {}),
    ...(roles.length === 0 ? { roles: 'missing' as const } : {}),
  };
}

/** A whole number from 1 to 730; `null` for anything else. */
export function daysOf(typed: string): number | null {
  const text = typed.trim();
  if (!/^\d{1,4}$/u.test(text)) return null;
  const days = Number(text);
  return days >= 1 && days <= LONGEST ? days : null;
}

/** A relationship with this role never extends itself (R23), whatever was ticked before it was chosen. */
export const mayExtend = (roles: readonly RoleDefinitionId[]): boolean => !roles.includes(ROLE.globalAdministrator);

/** The command that it comes to; `null` while something is wrong with it. */
export function commandOf(customer: CustomerId, typed: TypedRequest): OutboxCommand | null {
  const read = OutboxCommand.safeParse({
    kind: 'gdap-request',
    customer,
    name: typed.name,
    days: daysOf(typed.days),
    autoExtend: typed.autoExtend && mayExtend(typed.roles),
    roles: typed.roles,
  });
  return read.data ?? null;
}

/** A name to begin with: the customer's own with the month, cut where a name may be no longer. */
export function suggestedName(customer: string, now: Date): string {
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const room = NAME_LENGTH - month.length - 1;
  let name = '';
  for (const letter of customer.trim()) {
    if (name.length + letter.length > room) break;
    name += letter;
  }
  return `${name.trim()} ${month}`;
}
