import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import type { OutboxEntry, ServerWords } from '#shared/model/outbox.ts';
import { assertNever, type Problem } from '#shared/model/problem.ts';
import { decideOn, kept, refusalOf } from './asking-policy.ts';
import { Attention, Refusal } from './attention.ts';
import { dossierOf } from './command.ts';
import { removeDap } from './dap-remove.ts';
import { type Entries, isPending } from './entries.ts';
import { Errand, Hindered, hasBegun, isHalfDone, type SendInto, UNCLEAR } from './errand.ts';
import { extendGdap } from './gdap-extend.ts';
import { requestGdap } from './gdap-request.ts';
import { terminateGdap } from './gdap-terminate.ts';
import { tell } from './history.ts';
import { obstacle } from './obstacles.ts';
import { isStale, isUnknownThere, refusalProblem } from './refusals.ts';
import { fetchResellerLink } from './reseller-link.ts';

/** After so many failures a person must look; what waits behind goes on. */
const FAILURES = 5;

/** Sends one entry as far as it goes; gives it back as it is then. */
export async function deliver(entries: Entries, id: string, into: SendInto): Promise<OutboxEntry> {
  const entry = await begin(entries, id, into);
  if (entry.state !== 'sending') return entry;
  const errand = new Errand(entries, id, into);
  try {
    checkAgain(errand);
    await carryOut(errand);
    await errand.inTurn(() => tell(into.records, errand.entry, 'command-carried-out', nowOf(into)));
    return await end(entries, id, into, { state: 'done', problem: null, answer: null });
  } catch (error) {
    const ending = endingOf(error, errand.entry);
    if (ending === null) {
      // Cut short, or the records can't be written: it goes on another time.
      await entries.change(id, (now) => ({ ...now, state: 'waiting' })).catch(() => undefined);
      throw error;
    }
    if (ending.state === 'refused') {
      await errand.inTurn(() => tell(into.records, errand.entry, 'command-refused', nowOf(into)));
    }
    return await end(entries, id, into, ending);
  }
}

const nowOf = ({ clock }: SendInto): string => clock().toISOString();

/** Marks that it is being sent, with what the policy says of it now; one that was taken back meanwhile stays as it is. */
function begin(entries: Entries, id: string, { clock, records }: SendInto): Promise<OutboxEntry> {
  const now = clock();
  return entries.change(id, (entry) => {
    if (!isPending(entry)) return entry;
    const decision = decideOn(entry.command, dossierOf(records, entry.command) ?? null, records.profile, now);
    const decisionWhenSent = kept(decision, now);
    const lastTriedAt = now.toISOString();
    return { ...entry, state: 'sending', decisionWhenSent, tries: entry.tries + 1, lastTriedAt, problem: null };
  });
}

/** What was right when it was decided may not be any more. */
function checkAgain({ again, entry, records }: Errand): void {
  const { command, decisionWhenSent } = entry;
  const dossier = dossierOf(records, command);
  if (dossier === undefined) throw new Attention('outboxCustomerGone');
  const refused = decisionWhenSent && refusalOf(decisionWhenSent);
  if (refused && decisionWhenSent.outcome === 'deny') throw new Refusal(refused, null);
  // Once it is begun our own records show what it did already; from then on the service tells how things stand.
  const problem = refused ?? (again ? null : obstacle(command, dossier, records.profile.partner.tenantId));
  if (problem) throw new Attention(problem.key, problem.values);
}

async function carryOut(errand: Errand): Promise<void> {
  const { command } = errand.entry;
  switch (command.kind) {
    case 'gdap-request':
      return await requestGdap(errand, command);
    case 'gdap-extend':
      return await extendGdap(errand, command);
    case 'gdap-terminate':
      return await terminateGdap(errand, command);
    case 'dap-remove':
      return await removeDap(errand, command);
    case 'reseller-link':
      return await fetchResellerLink(errand);
    default:
      return assertNever(command);
  }
}

interface Ending {
  readonly state: 'done' | 'refused' | 'needs-attention' | 'waiting';
  readonly problem: Problem | null;
  readonly answer: ServerWords | null;
  readonly failures?: number;
}

/** How a sending ends that something kept from being done; `null` for what is not about this entry. */
function endingOf(error: unknown, entry: OutboxEntry): Ending | null {
  if (error instanceof Attention) return { state: 'needs-attention', problem: error.problem, answer: null };
  // What is half done is no refusal: when what kept the rest from being done is mended, it can go on.
  const refused = isHalfDone(entry) ? 'needs-attention' : 'refused';
  if (error instanceof Refusal) return { state: refused, problem: error.problem, answer: error.answer };
  if (error instanceof ServiceRefusal) {
    const unclear = isStale(error) || isUnknownThere(error);
    const { answer } = error;
    return { state: unclear ? 'needs-attention' : refused, problem: refusalProblem(answer), answer };
  }
  return error instanceof Hindered ? hinderedEnding(error.problem, entry) : null;
}

/** What is hindered waits on, unless it failed so often that it would only hold up what is behind it. */
function hinderedEnding(problem: Problem, entry: OutboxEntry): Ending {
  const isDown = problem.key === 'networkServiceDown';
  const failed = isDown || (hasBegun(entry) && UNCLEAR.has(problem.key));
  const failures = entry.failures + (failed ? 1 : 0);
  if (!failed || failures < FAILURES) return { state: 'waiting', problem, answer: null, failures };
  const told = isDown ? { ...problem, key: 'outboxUnclear' } : problem;
  return { state: 'needs-attention', problem: told, answer: null, failures };
}

const ACTS = {
  done: 'command-carried-out',
  refused: 'command-refused',
  'needs-attention': 'command-unclear',
} as const;

function end(entries: Entries, id: string, into: SendInto, { state, ...why }: Ending): Promise<OutboxEntry> {
  const { by } = entries.get(id);
  const endedAt = state === 'waiting' ? null : nowOf(into);
  return entries.change(
    id,
    (now) => ({ ...now, state, ...why, endedAt }),
    state === 'waiting' ? {} : { by, act: ACTS[state] },
  );
}
