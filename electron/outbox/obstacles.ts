import { DIRECTORY_ROLE } from '#electron/policy/index.ts';
import type { Delegation, DelegationStatus } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import type { OutboxCommand, OutboxEntry } from '#shared/model/outbox.ts';
import { assertNever, type Problem } from '#shared/model/problem.ts';
import { type CommandOf, customerOf } from './command.ts';
import { isPending } from './entries.ts';

/** What stands in the way of a command by our own records, whatever the policy says; `null` when nothing does. */
export function obstacle(command: OutboxCommand, dossier: Dossier | null, us: TenantId): Problem | null {
  switch (command.kind) {
    case 'gdap-request':
      return selfExtendingAdministrator(command);
    case 'gdap-extend':
    case 'gdap-terminate':
      return ofDelegation(command, dossier, us);
    case 'dap-remove':
      return dossier?.delegatedAccess?.value === false
        ? refused('outboxDapOff', { customer: dossier.name.value })
        : null;
    case 'reseller-link':
      return null;
    default:
      return assertNever(command);
  }
}

/** A relationship with this role never extends itself: the service would refuse it (R23). */
function selfExtendingAdministrator({ autoExtend, roles }: CommandOf<'gdap-request'>): Problem | null {
  const administers = roles.some((role) => role === DIRECTORY_ROLE.globalAdministrator);
  return autoExtend && administers ? refused('notAllowed', { rule: 'R23' }) : null;
}

/** From the customer's approval to the end; of a status that we do not know the service can tell. */
const ENDABLE = new Set<DelegationStatus>(['approved', 'activating', 'active', 'expiring', 'unknownFutureValue']);

function ofDelegation(
  command: CommandOf<'gdap-extend'> | CommandOf<'gdap-terminate'>,
  dossier: Dossier | null,
  us: TenantId,
): Problem | null {
  const { customer, delegation } = command;
  const known = dossier?.delegations.find(({ id, kind }) => id === delegation && kind === 'gdap');
  if (!known) return refused('outboxNoDelegation', { delegation, customer: dossier?.name.value ?? customer });
  const name = nameOf(known);
  if (known.partner !== us) return refused('outboxNotOurs', { name });
  if (known.goneUpstream) return refused('outboxGone', { name });
  if (command.kind === 'gdap-terminate')
    return ENDABLE.has(known.status) ? null : refused('outboxNotInForce', { name });
  return known.autoExtend === command.autoExtend
    ? refused('outboxExtendsAlready', { name, extends: command.autoExtend ? 'yes' : 'no' })
    : null;
}

/** What people call a relationship. */
export const nameOf = ({ id, name }: Pick<Delegation, 'id' | 'name'>): string => name ?? id;

/** The same command for the same customer twice: the second one is refused while the first one is to be sent. */
export function refuseTwice(command: OutboxCommand, entries: readonly OutboxEntry[], customer: string): Problem | null {
  const twin = entries.find((entry) => isPending(entry) && aimOf(entry.command) === aimOf(command));
  return twin ? refused('outboxTwice', { customer, since: twin.decidedAt.slice(0, 10) }) : null;
}

/** What a command is for; another name, or another wish about the same relationship, does not make it another one. */
function aimOf(command: OutboxCommand): string {
  const { kind } = command;
  const about =
    kind === 'gdap-request' ? command.roles.map(String).sort() : 'delegation' in command ? [command.delegation] : [];
  return JSON.stringify([kind, customerOf(command), about]);
}

/** Whether another request that is to be sent has taken this name, which is unique among our relationships. */
export function nameWaits(name: string, entries: readonly OutboxEntry[]): boolean {
  return entries.some(
    (entry) => isPending(entry) && entry.command.kind === 'gdap-request' && sameName(entry.command.name, name),
  );
}

/** Names are compared as the service does: their case makes no difference. */
export const sameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const refused = (key: string, values: Problem['values']): Problem => ({ kind: 'refused', key, values });
