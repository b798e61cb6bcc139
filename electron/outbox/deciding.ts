import type { Records } from '#electron/records/records.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { OutboxCommand, OutboxEntry } from '#shared/model/outbox.ts';
import type { Decision } from '#shared/model/policy.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import { decideOn, kept, refusalOf } from './asking-policy.ts';
import { customerOf, dossierOf } from './command.ts';
import { Entries, isOver } from './entries.ts';
import { tell } from './history.ts';
import { nameWaits, obstacle, refuseTwice } from './obstacles.ts';
import { type Bases, type Request, Requests } from './requests.ts';
import { isSending } from './sending.ts';

/** What deciding works with. */
export interface DecideWith {
  readonly records: Records;
  readonly now: Date;
  /** Who decides. */
  readonly by: string;
  readonly newId: () => string;
  /** Whether a relationship of ours in the records has this name, which must be unique. */
  readonly nameTaken: (name: string) => Promise<boolean>;
}

/** Whether a command may be given, and what would be sent for it. Nothing is written. What our own records hold against it is a problem. */
export async function previewCommand(
  command: OutboxCommand,
  bases: Bases,
  options: DecideWith,
): Promise<{ decision: Decision; requests: Request[] }> {
  const { dossier, decision } = examine(command, options);
  await insistOnRecords(command, dossier, options);
  const name = dossier?.name.value ?? customerOf(command) ?? '';
  return { decision, requests: new Requests(bases).of(command, name) };
}

/**
 * Puts a command in the outbox, where it waits until it is sent. A `refused` problem when the policy does not allow it or
 * can't tell, when our records show that it can't be done, or when the same command waits already.
 */
export async function addCommand(command: OutboxCommand, options: DecideWith): Promise<OutboxEntry> {
  const { by, newId, now, records } = options;
  const { dossier, decision } = examine(command, options);
  const refused = refusalOf(kept(decision, now));
  if (decision.context.outcome === 'deny') insist(refused);
  // Where the policy can't tell, what our records say against it is the better sentence.
  await insistOnRecords(command, dossier, options);
  insist(refused);
  const entries = await Entries.of(records);
  const entry: OutboxEntry = {
    id: newId(),
    command,
    by,
    decidedAt: now.toISOString(),
    state: 'waiting',
    key: newId(),
    decision: kept(decision, now),
    decisionWhenSent: null,
    tries: 0,
    failures: 0,
    lastTriedAt: null,
    steps: [],
    result: null,
    answer: null,
    problem: null,
    endedAt: null,
  };
  await entries.add(entry, { by, act: 'command-decided' }, (before) => insistOnOutbox(command, dossier, before));
  await tell(records, entry, 'command-decided', entry.decidedAt);
  return entry;
}

/**
 * Takes back a command that was not sent yet, or sets aside one that a person has looked at, which keeps what is known of
 * it. A `refused` problem once sending it has begun, and where it is over.
 */
export async function undoCommand(id: string, { by, now, records }: DecideWith): Promise<OutboxEntry> {
  const entries = await Entries.of(records);
  const isAside = entries.get(id).state === 'needs-attention';
  const act = isAside ? 'command-set-aside' : 'command-undone';
  const undone = await entries.change(
    id,
    (entry) => {
      if (!isAside) insistNotSent(entry, isSending(records));
      else if (entry.state !== 'needs-attention') throw refusing('outboxSent');
      return { ...entry, state: 'undone', endedAt: now.toISOString(), problem: isAside ? entry.problem : null };
    },
    { by, act },
  );
  await tell(records, { ...undone, by }, act, now.toISOString());
  return undone;
}

function insistNotSent(entry: OutboxEntry, sending: boolean): void {
  if (isOver(entry)) throw refusing('outboxOver');
  // One that says `sending` while nothing is sent was cut short before it began.
  const waits = entry.state === 'waiting' || (entry.state === 'sending' && !sending);
  if (!waits || entry.steps.length > 0) throw refusing('outboxSent');
}

/**
 * Lets what a person has looked at wait to be sent again; it goes on after the steps that are done. Under another key, for
 * under the one before a service would only repeat its answer.
 */
export async function waitAgain(id: string, { by, newId, records }: DecideWith): Promise<OutboxEntry> {
  const entries = await Entries.of(records);
  return await entries.change(
    id,
    (entry) => {
      if (entry.state !== 'needs-attention') throw refusing('outboxNothingToRetry');
      return { ...entry, state: 'waiting', key: newId(), failures: 0, problem: null, answer: null, endedAt: null };
    },
    { by, act: 'command-retried' },
  );
}

/** The policy's answer; a customer whom we don't know is a `not-found` problem. */
function examine(
  command: OutboxCommand,
  { now, records }: DecideWith,
): { dossier: Dossier | null; decision: Decision } {
  const dossier = dossierOf(records, command);
  if (dossier === undefined) {
    throw new ProblemError('not-found', 'unknownCustomer', { customer: customerOf(command) ?? '' });
  }
  return { dossier, decision: decideOn(command, dossier, records.profile, now) };
}

async function insistOnRecords(
  command: OutboxCommand,
  dossier: Dossier | null,
  { nameTaken, records }: DecideWith,
): Promise<void> {
  insist(obstacle(command, dossier, records.profile.partner.tenantId));
  insistOnOutbox(command, dossier, (await Entries.of(records)).all);
  if (command.kind === 'gdap-request' && (await nameTaken(command.name))) insist(nameIsTaken(command.name));
}

function insistOnOutbox(command: OutboxCommand, dossier: Dossier | null, entries: readonly OutboxEntry[]): void {
  insist(refuseTwice(command, entries, dossier?.name.value ?? 'none'));
  if (command.kind === 'gdap-request' && nameWaits(command.name, entries)) insist(nameIsTaken(command.name));
}

const nameIsTaken = (name: string): Problem => ({ kind: 'refused', key: 'outboxNameTaken', values: { name } });

const refusing = (key: string): ProblemError => new ProblemError('refused', key);

function insist(problem: Problem | null): void {
  if (problem) throw new ProblemError(problem.kind, problem.key, problem.values);
}
