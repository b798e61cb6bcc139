import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import { CAPABILITIES } from '#electron/sync/capabilities.ts';
import { apiCustomer } from '#electron/sync/files/kinds/api-customers.ts';
import { apiSupportContact } from '#electron/sync/files/kinds/api-singles.ts';
import { apiSubscribedSkus } from '#electron/sync/files/kinds/api-subscribed-skus.ts';
import { apiSubscriptions } from '#electron/sync/files/kinds/api-subscriptions.ts';
import type { SubscriptionObservation } from '#electron/sync/observations.ts';
import { byDocument } from '#electron/sync/pull/by-document.ts';
import type { PageLinks, PageRequest } from '#electron/sync/pull/listing.ts';
import type { Reading } from '#electron/sync/pull/reading.ts';
import { leaveOut } from '#electron/sync/pull/refused.ts';
import { scopeOf } from '#electron/sync/pull/scope.ts';
import type { Step } from '#electron/sync/pull/steps.ts';
import type { PullContext } from '#electron/sync/source.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { collectionLinks } from './collection-links.ts';

/** How long a support contact holds before it is asked for again, unless its subscription changed: 30 days. */
const CONTACT_HOLDS = 30 * 86_400_000;

/** What is asked about each customer: whether DAP is on, its subscriptions with us, its seats, support contacts. */
export const detailsStep: Step = {
  step: 'customer-details',
  run: (from, context) =>
    byDocument('customer-details', from, context, {
      of: context.shown('customers').customers,
      ask: (dossier, reading) => customer(dossier, reading, context),
    }),
};

/** Gives 1 for a customer that was listed. */
async function customer(dossier: Dossier, reading: Reading, context: PullContext): Promise<number> {
  if (!wasListed(dossier, context)) {
    if (context.sawAll('customers')) reading.lists.push({ about: 'list', customer: dossier.id, of: 'customer' });
    return 0;
  }
  const at = `${context.base}/v1/customers/${dossier.id}`;
  const [hasDap, listed] = await Promise.all([
    detail(at, dossier, reading, context),
    subscriptions(at, dossier, reading, context),
  ]);
  if (hasDap || hasGdap(dossier)) await seats(at, dossier, hasDap, reading, context);
  if (CAPABILITIES[context.records.profile.cloud].supportContacts) {
    await Promise.all(listed.map((one) => supportContact(at, dossier, one, reading, context)));
  }
  return 1;
}

/** Whether this run's list of customers named it. */
const wasListed = ({ listedAt }: Dossier, { startedAt }: PullContext): boolean =>
  listedAt !== undefined && listedAt >= startedAt;

/** Whether delegated admin privileges are on. */
async function detail(at: string, { id }: Dossier, reading: Reading, context: PullContext): Promise<boolean> {
  const read = await asked({ url: at, headers: {} }, id, reading, context, (body, part) =>
    part.read(apiCustomer, body, scopeOf(context, { customer: id })),
  );
  const [seen] = read?.observations ?? [];
  return seen?.about === 'customer' && seen.delegatedAccess === true;
}

/** The subscriptions that we transact, over all pages. */
async function subscriptions(
  at: string,
  { id }: Dossier,
  reading: Reading,
  context: PullContext,
): Promise<SubscriptionObservation[]> {
  const listed: SubscriptionObservation[] = [];
  let [of, isWhole] = [0, true];
  for (let next: PageRequest | null = { url: `${at}/subscriptions`, headers: {} }; next !== null; ) {
    const read: SubscriptionPage | undefined = await asked(next, id, reading, context, (body, part) => ({
      ...part.read(apiSubscriptions, body, scopeOf(context, { customer: id })),
      links: collectionLinks(body, context.base),
    }));
    if (!read) return listed;
    const { links, observations }: SubscriptionPage = read;
    listed.push(...observations.flatMap((seen) => (seen.about === 'customer' && seen.subscription) || []));
    of = Math.max(of, links?.of ?? 0);
    const isNew: boolean = links?.next?.url !== next.url;
    isWhole &&= read.isWhole && links !== null && isNew;
    next = (isNew && links?.next) || null;
  }
  const ids = new Set<string>(listed.map((one) => one.id));
  if (isWhole && of <= ids.size) reading.lists.push({ about: 'list', customer: id, of: 'subscriptions', ids });
  return listed;
}

/** Seats over all channels. DAP lets us read them; a GDAP relationship only where one of its roles does. */
async function seats(
  at: string,
  { id }: Dossier,
  hasDap: boolean,
  reading: Reading,
  context: PullContext,
): Promise<void> {
  const read: Read<unknown> = (body, part) => part.read(apiSubscribedSkus, body, scopeOf(context, { customer: id }));
  await asked({ url: `${at}/subscribedskus`, headers: {} }, id, reading, context, read, hasDap ? undefined : 403);
}

async function supportContact(
  at: string,
  { id, subscriptions: known }: Dossier,
  listed: SubscriptionObservation,
  reading: Reading,
  context: PullContext,
): Promise<void> {
  const before = known.find((one) => one.id === listed.id);
  const changed = before?.status !== listed.status || before?.quantity !== listed.quantity;
  const age = Date.parse(context.startedAt) - Date.parse(before?.supportContact?.asOf ?? '');
  if (!changed && age < CONTACT_HOLDS) return;
  const sold = new Set<string>([listed.id]);
  const read: Read<unknown> = (body, part) =>
    part.read(apiSupportContact, body, scopeOf(context, { customer: id, sold }));
  await asked({ url: `${at}/subscriptions/${listed.id}/supportcontact`, headers: {} }, id, reading, context, read, 404);
}

type Read<T> = (body: unknown, part: Reading) => T;

type SubscriptionPage = ReturnType<Reading['read']> & { readonly links: PageLinks | null };

/**
 * What an answer says; undefined where the service refuses it, or answers something else: that is put down, and the rest
 * goes on. `usual` is the status of a refusal that is none: there is nothing, or nothing for us.
 */
async function asked<T>(
  { headers, url }: PageRequest,
  customer: Dossier['id'],
  reading: Reading,
  { send }: PullContext,
  read: Read<T>,
  usual?: number,
): Promise<T | undefined> {
  const part = reading.part();
  try {
    const answer = await send({ method: 'GET', url, headers });
    part.answered(answer);
    return read(answer.body, part);
  } catch (error) {
    if (error instanceof ServiceRefusal && error.answer.status === usual) part.needed += 1;
    else leaveOut(part, error, new URL(url).pathname, customer);
    return undefined;
  }
}

const IN_FORCE: ReadonlySet<string> = new Set(['active', 'expiring']);

function hasGdap({ delegations }: Dossier): boolean {
  return delegations.some(({ goneUpstream, kind, status }) => kind === 'gdap' && !goneUpstream && IN_FORCE.has(status));
}
