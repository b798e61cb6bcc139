import { z } from 'zod';
import { CAPABILITIES } from '#electron/sync/capabilities.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { graphAccessAssignments } from '#electron/sync/files/kinds/graph-access-assignments.ts';
import { graphCustomers } from '#electron/sync/files/kinds/graph-customers.ts';
import { graphRelationships } from '#electron/sync/files/kinds/graph-relationships.ts';
import { byDocument } from '#electron/sync/pull/by-document.ts';
import { listingStep } from '#electron/sync/pull/listing.ts';
import type { Reading } from '#electron/sync/pull/reading.ts';
import { leaveOut } from '#electron/sync/pull/refused.ts';
import { scopeOf } from '#electron/sync/pull/scope.ts';
import { runSteps, type Step } from '#electron/sync/pull/steps.ts';
import type { PullContext, Source } from '#electron/sync/source.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Cloud } from '#shared/model/partner.ts';
import type { SyncStep } from '#shared/model/sync.ts';

const SOURCE = 'graph';
const RELATIONSHIPS = '/tenantRelationships/delegatedAdminRelationships';

/** Items on a page of Graph, at most. */
const TOP = 300;

const Next = z.object({ '@odata.nextLink': z.url().nullish() });
const Values = Next.extend({ value: z.array(z.unknown()) });

/** Microsoft Graph's delegated admin relationships (v1.0). */
export const graph: Source = {
  name: 'graph',
  pull: (from, context) => runSteps([delegatedCustomers, delegations, assignments], from, context),
};

const listed = (step: SyncStep, path: string, kind: BodyKind, isUnsure?: (cloud: Cloud) => boolean): Step =>
  listingStep({
    step,
    kind,
    isUnsure,
    first: (base) => ({ url: `${base}${path}?$top=${TOP}`, headers: {} }),
    links: (body) => {
      const read = Next.safeParse(body).data;
      const url = read?.['@odata.nextLink'];
      return read ? { next: url ? { url, headers: {} } : null, of: null } : null;
    },
  });

const delegatedCustomers = listed(
  'delegated-customers',
  '/tenantRelationships/delegatedAdminCustomers',
  graphCustomers,
  (cloud) => CAPABILITIES[cloud].gdap === 'unsure',
);
const delegations = listed('delegations', RELATIONSHIPS, graphRelationships);

/** Groups and roles of each relationship that can have any; and, since all were listed, which are gone. */
const assignments: Step = {
  step: 'assignments',
  run: (from, context) =>
    byDocument('assignments', from, context, {
      of: context.shown('delegations').delegations,
      ask: (dossier, reading) => customer(dossier, reading, context),
    }),
};

/** States in which groups may be assigned. */
const ASSIGNABLE: ReadonlySet<string> = new Set(['approved', 'activating', 'active', 'expiring']);

/** Gives how many relationships of it were listed. */
async function customer(dossier: Dossier, reading: Reading, context: PullContext): Promise<number> {
  const { delegations: all, id } = dossier;
  const isNew = ({ provenance }: Delegation) => provenance.source === SOURCE && provenance.asOf >= context.startedAt;
  const seen = all.filter((one) => one.kind === 'gdap' && isNew(one));
  const ids = new Set<string>(seen.map((one) => one.id));
  if (context.sawAll('delegations')) reading.lists.push({ about: 'list', customer: id, of: 'delegations', ids });
  await Promise.all(
    seen.filter(({ status }) => ASSIGNABLE.has(status)).map((one) => groups(one, dossier, reading, context)),
  );
  return seen.length;
}

async function groups({ id }: Delegation, { id: customer }: Dossier, reading: Reading, context: PullContext) {
  const part = reading.part();
  const value: unknown[] = [];
  let next: string | null = `${context.base}${RELATIONSHIPS}/${encodeURIComponent(id)}/accessAssignments`;
  try {
    while (next !== null) {
      const { body, ...answer } = await context.send({ method: 'GET', url: next });
      part.answered({ ...answer, body });
      const page = Values.safeParse(body);
      if (!page.success || page.data['@odata.nextLink'] === next) break;
      value.push(...page.data.value);
      next = page.data['@odata.nextLink'] ?? null;
    }
    const scope = scopeOf(context, { customer, relationship: id, holders: () => [customer] });
    part.read(graphAccessAssignments, next === null ? { value } : null, scope);
  } catch (error) {
    leaveOut(part, error, id, customer);
  }
}
