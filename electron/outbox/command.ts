import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import type { OutboxCommand } from '#shared/model/outbox.ts';

/** A command of one kind. */
export type CommandOf<Kind extends OutboxCommand['kind']> = Extract<OutboxCommand, { kind: Kind }>;

/** Whom a command is about; `null` for one that is about ourselves. */
export function customerOf(command: OutboxCommand): CustomerId | null {
  return command.kind === 'reseller-link' ? null : command.customer;
}

/** What a command is called in a history: its kind, and what it is about. */
export function subjectsOf(command: OutboxCommand, entry: string): string[] {
  const delegation = 'delegation' in command ? [`delegation:${command.delegation}`] : [];
  return [`command:${command.kind}`, ...delegation, `outbox:${entry}`];
}

/** The dossier that a command is about; `null` for one that is about ourselves, and `undefined` where we have none. */
export function dossierOf(
  records: { dossier(id: CustomerId): Dossier | undefined },
  command: OutboxCommand,
): Dossier | null | undefined {
  const customer = customerOf(command);
  return customer === null ? null : records.dossier(customer);
}
