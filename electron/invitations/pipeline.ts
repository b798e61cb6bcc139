import { createHash } from 'node:crypto';
import type { InvitedCustomer } from '#electron/directory/index/tables.ts';
import { haystackOf, matches, wordsOf } from '#electron/directory/search.ts';
import { inSlices } from '#electron/directory/slices.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { fold } from '#shared/model/fold.ts';
import type { CustomerId, TenantId } from '#shared/model/ids.ts';
import { type Invitation, type InvitationStatus, isOpen } from '#shared/model/invitation.ts';
import { hintOn } from './acceptance.ts';
import { isUndoable, nextSteps } from './life-cycle.ts';

const DAY = 86_400_000;

/** Days after which an exported draft has most likely been forgotten in the drafts folder. */
export const DAYS_TO_SEND = 3;

/** Days after which a customer that got the invitation should be asked about it. */
export const DAYS_TO_ANSWER = 14;

/** After how many days without a step an invitation in this state asks for attention. A mere draft never does. */
const PATIENCE: Partial<Record<InvitationStatus, number>> = {
  exported: DAYS_TO_SEND,
  sent: DAYS_TO_ANSWER,
  forwarded: DAYS_TO_ANSWER,
};

/** What a list of invitations is narrowed by. */
export interface PipelineQuery {
  readonly search: string;
  readonly status?: InvitationStatus | undefined;
  readonly customer?: CustomerId | undefined;
  /** Only those that ask for attention, or only the others. */
  readonly nudge?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface Pipeline {
  readonly total: number;
  readonly counts: Record<InvitationStatus, number>;
  readonly nudges: number;
  readonly items: InvitationRow[];
}

/** An invitation's line as far as time does not change it. */
interface Line {
  readonly customer: InvitedCustomer;
  readonly invitation: Invitation;
  readonly haystack: string;
  /** When its last step was taken, in milliseconds since 1970. */
  readonly last: number;
  readonly isOpen: boolean;
  /** The last millisecond of patience; `Infinity` where there is nothing to wait for. */
  readonly patient: number;
}

interface Found extends Line {
  readonly nudge: boolean;
}

/**
 * Invitations of all customers by search (customer, reference, address), status and need of attention, as of now.
 * First those that ask for attention, then the other open ones, each the longest untouched first; then the ended ones,
 * the latest first. The counts are those of the search, whatever status is asked for.
 *
 * @param us the partner whose workspace it is
 */
export async function listInvitations(
  customers: Iterable<InvitedCustomer>,
  query: PipelineQuery,
  now: Date,
  us: TenantId,
): Promise<Pipeline> {
  const words = wordsOf(query.search);
  const time = now.getTime();
  const counts = noCounts();
  const urgent: Found[] = [];
  const open: Found[] = [];
  const ended: Found[] = [];
  let nudges = 0;
  await inSlices(customers, (customer) => {
    if (customer.invitations.length === 0) return;
    if (query.customer !== undefined && customer.id !== query.customer) return;
    for (const line of linesOf(customer)) {
      if (!matches(line.haystack, words)) continue;
      const { status } = line.invitation;
      const nudge = time > line.patient;
      counts[status] += 1;
      if (nudge) nudges += 1;
      if (query.status !== undefined && status !== query.status) continue;
      if (query.nudge !== undefined && nudge !== query.nudge) continue;
      (nudge ? urgent : line.isOpen ? open : ended).push({ ...line, nudge });
    }
  });
  // One group after another, so that sorting very many does not hold the process up at a stretch.
  await inSlices([urgent, open, ended], (group) => {
    const sign = group === ended ? -1 : 1;
    group.sort((one, other) => sign * (one.last - other.last) || (one.invitation.id < other.invitation.id ? -1 : 1));
  });
  const found = [...urgent, ...open, ...ended];
  const shown = found.slice(query.offset, query.offset + query.limit);
  const items: InvitationRow[] = [];
  await inSlices(shown, (one) => {
    items.push(rowOf(one, time, us));
  });
  return { total: found.length, counts, nudges, items };
}

/** A short name of a link, by which equal links are told: the first 8 hexadecimal digits of its SHA-256. */
export function linkFingerprint(link: string): string {
  return createHash('sha256').update(link).digest('hex').slice(0, 8);
}

const lines = new WeakMap<InvitedCustomer, readonly Line[]>();

/** A customer's lines; they are made once, since every keystroke asks for them all. */
function linesOf(customer: InvitedCustomer): readonly Line[] {
  const kept = lines.get(customer);
  if (kept) return kept;
  const made = customer.invitations.map((invitation) => lineOf(customer, invitation));
  lines.set(customer, made);
  return made;
}

function lineOf(customer: InvitedCustomer, invitation: Invitation): Line {
  const { createdAt, history, id, status, to } = invitation;
  const last = Date.parse(history.at(-1)?.at ?? createdAt);
  const days = PATIENCE[status];
  return {
    customer,
    invitation,
    haystack: `${haystackOf(customer)}\n${fold(id)}\n${fold(to)}`,
    last,
    isOpen: isOpen(invitation),
    patient: days === undefined ? Number.POSITIVE_INFINITY : last + days * DAY,
  };
}

function rowOf({ customer, invitation, last, nudge }: Found, time: number, us: TenantId): InvitationRow {
  const { id, kind, link, status } = invitation;
  return {
    invitation,
    customer: customer.id,
    customerName: customer.name.value,
    age: Math.max(0, Math.floor((time - last) / DAY)),
    nudge,
    hint: hintOn(invitation, customer, us),
    fingerprint: linkFingerprint(link),
    undoable: isUndoable(invitation),
    next: [...nextSteps(status)],
    open: customer.invitations.filter((one) => one.id !== id && one.kind === kind && isOpen(one)).map((one) => one.id),
  };
}

function noCounts(): Record<InvitationStatus, number> {
  return {
    drafted: 0,
    exported: 0,
    sent: 0,
    forwarded: 0,
    accepted: 0,
    superseded: 0,
    stale: 0,
    withdrawn: 0,
  };
}
