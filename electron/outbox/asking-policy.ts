import { delegationFactsOf, staffSubject } from '#electron/directory/answers/facts.ts';
import { Questions } from '#electron/directory/answers/questions.ts';
import { decide } from '#electron/policy/index.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { OutboxCommand, OutboxDecision } from '#shared/model/outbox.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { ActionName, Decision, DelegationFacts, PolicyRequest } from '#shared/model/policy.ts';
import { assertNever, type Problem } from '#shared/model/problem.ts';

/** Whether our staff may have this done at this time. Its dossier is `null` for a command that is about ourselves. */
export function decideOn(
  command: OutboxCommand,
  dossier: Dossier | null,
  profile: PartnerProfile,
  now: Date,
): Decision {
  return decide(questionOf(command, dossier, profile, now));
}

/** A decision as the outbox keeps it. */
export function kept({ context }: Decision, now: Date): OutboxDecision {
  return { outcome: context.outcome, rule: context.rule, at: now.toISOString() };
}

/** What the policy said, as the problem that keeps a command back; `null` when it allows it. */
export function refusalOf({ outcome, rule }: Pick<OutboxDecision, 'outcome' | 'rule'>): Problem | null {
  if (outcome === 'allow') return null;
  return { kind: 'refused', key: outcome === 'deny' ? 'notAllowed' : 'cannotTell', values: { rule } };
}

function questionOf(
  command: OutboxCommand,
  dossier: Dossier | null,
  profile: PartnerProfile,
  now: Date,
): PolicyRequest {
  const ask = (
    name: ActionName,
    properties: PolicyRequest['action']['properties'],
    resource: PolicyRequest['resource'],
  ): PolicyRequest => ({
    subject: staffSubject(profile),
    action: { name, properties },
    resource,
    context: { cloud: profile.cloud, time: now.toISOString(), capabilities: [] },
  });
  const ofDelegation = (name: ActionName, id: string, properties: DelegationFacts) =>
    ask(name, {}, { type: 'delegation', id, properties });

  if (command.kind === 'reseller-link') {
    return ask(
      'invitation.create',
      { kind: 'reseller', channel: 'api' },
      { type: 'invitation', id: 'own-link', properties: {} },
    );
  }
  switch (command.kind) {
    case 'gdap-request':
      return dossier
        ? new Questions(profile, now).invitation(dossier, 'gdap').request
        : ask('delegation.request', { kind: 'gdap' }, { type: 'customer', id: command.customer, properties: {} });
    case 'gdap-extend':
      return ofDelegation('delegation.extend', command.delegation, gdapFacts(command, dossier));
    case 'gdap-terminate':
      return ofDelegation('delegation.terminate', command.delegation, gdapFacts(command, dossier));
    case 'dap-remove':
      return ofDelegation('delegation.terminate', `dap:${command.customer}`, {
        partner: profile.partner.tenantId,
        kind: 'dap',
        service: '*',
        status: dapStatus(dossier),
        customer: command.customer,
      });
    default:
      return assertNever(command);
  }
}

/** What we know of the relationship; that it is one of GDAP we know in any case. */
function gdapFacts(
  { customer, delegation }: Extract<OutboxCommand, { delegation: unknown }>,
  dossier: Dossier | null,
): DelegationFacts {
  const known = dossier?.delegations.find(({ id, kind }) => id === delegation && kind === 'gdap');
  return { ...(known ? delegationFactsOf(known) : {}), kind: 'gdap', customer };
}

function dapStatus(dossier: Dossier | null): DelegationFacts['status'] {
  const said = dossier?.delegatedAccess?.value;
  if (said === undefined) return null;
  return said ? 'approved' : 'absent';
}
