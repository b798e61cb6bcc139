import type { Directory } from '#electron/directory/directory.ts';
import { customerOf } from '#electron/outbox/command.ts';
import { addCommand, type DecideWith, previewCommand, undoCommand, waitAgain } from '#electron/outbox/deciding.ts';
import { Entries, isOver } from '#electron/outbox/entries.ts';
import { BEGUN, type SendInto } from '#electron/outbox/errand.ts';
import { sameName } from '#electron/outbox/obstacles.ts';
import { type Sending, sendWaiting } from '#electron/outbox/sending.ts';
import type { Records } from '#electron/records/records.ts';
import { endpointsOf } from '#electron/sync/endpoints.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';
import type { OutboxEntry, Sent } from '#shared/model/outbox.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type Implementer, inTurn, openWorkspace, type Session } from './session.ts';
import { wiresOf } from './wires.ts';

/** What staff decide here and a service shall do. */
export const outbox = (on: Implementer) =>
  on.outbox.router({
    list: on.outbox.list.handler(async ({ context: { session }, input: { limit, offset } }) => {
      const { records } = openWorkspace(session);
      const newestFirst = [...(await Entries.of(records)).all].reverse();
      const entries = [...newestFirst.filter((entry) => !isOver(entry)), ...newestFirst.filter(isOver)];
      const items = entries.slice(offset, offset + limit).map((entry) => shown(records, entry));
      return { total: entries.length, items };
    }),

    preview: on.outbox.preview.handler(async ({ context: { session }, input }) => {
      const { records } = openWorkspace(session);
      const preview = await previewCommand(input, endpointsOf(records.profile), deciding(session));
      return { ...preview, requests: preview.requests.map(({ body = null, method, url }) => ({ method, url, body })) };
    }),

    add: on.outbox.add.handler(({ context: { session }, input }) =>
      inTurn(session, async () => {
        const options = deciding(session);
        return shown(options.records, await addCommand(input, options));
      }),
    ),

    undo: on.outbox.undo.handler(({ context: { session }, input: { id } }) =>
      inTurn(session, async () => {
        const options = deciding(session);
        return shown(options.records, await undoCommand(id, options));
      }),
    ),

    retry: on.outbox.retry.handler(async ({ context: { session }, input: { id } }) => {
      const options = deciding(session);
      await waitAgain(id, options);
      if (session.account.state.state === 'signed-in') await sendOutbox(session, { only: id });
      return shown(options.records, (await Entries.of(options.records)).get(id));
    }),

    send: on.outbox.send.handler(async ({ context: { session }, input: { id } }) => {
      if (session.account.state.state !== 'signed-in') throw new ProblemError('refused', 'notSignedIn');
      const { pushed, ...others } = await sendOutbox(session, id === undefined ? {} : { only: id });
      return { sent: pushed, ...others };
    }),
  });

/** How a session's outbox is sent. */
interface SendingHere extends Sending {
  readonly wire?: SendInto['wire'];
  readonly signal?: AbortSignal;
}

/** Sends what waits in the session's outbox; see `sendWaiting`. It takes its turns itself, so it must not be called in one. */
export function sendOutbox(
  session: Session,
  { signal, wire = wiresOf(session), ...how }: SendingHere = {},
): Promise<Sent> {
  const { records } = openWorkspace(session);
  const into: SendInto = {
    records,
    bases: endpointsOf(records.profile),
    wire,
    clock: session.options.clock,
    signal,
    inTurn: (work) => inTurn(session, work),
  };
  return sendWaiting(into, how);
}

function deciding(session: Session): DecideWith {
  const { directory, now, records, staff } = openWorkspace(session);
  const { newId } = session.options;
  return { records, now, by: staff, newId, nameTaken: (name) => hasRelationship(directory, name, now) };
}

/** As many as one look at the list takes. */
const A_LOOK = 1_000;

/** Whether a GDAP relationship of this name is in the records, whoever's it is. */
async function hasRelationship(directory: Directory, name: string, now: Date): Promise<boolean> {
  for (let offset = 0; ; offset += A_LOOK) {
    const { items, total } = await directory.delegations({ search: name, offset, limit: A_LOOK }, now);
    if (items.some((one) => one.kind === 'gdap' && one.name !== null && sameName(one.name, name))) return true;
    if (offset + items.length >= total || items.length === 0) return false;
  }
}

/** As people see it: what marks that the sending has begun is no step of the command. */
function shown(records: Records, entry: OutboxEntry): ShownEntry {
  const steps = entry.steps.filter(({ step }) => step !== BEGUN);
  return { ...entry, steps, customerName: nameOf(records, entry) };
}

/** What the customer is called; `null` for a command about ourselves, and where the dossier is gone or can't be read. */
function nameOf(records: Records, { command }: OutboxEntry): string | null {
  const customer = customerOf(command);
  if (customer === null) return null;
  try {
    return records.dossier(customer)?.name.value ?? null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
