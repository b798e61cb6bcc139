import { z } from 'zod';
import { brief } from '#electron/sync/files/json.ts';
import type { BodyKind } from '#electron/sync/files/kind.ts';
import { RowRejected } from '#electron/sync/files/rejected.ts';

const text = z.union([z.string(), z.number()]).transform(String).catch('');
const ApiError = z.object({ code: text, description: text });
const GraphError = z.object({ error: z.object({ code: text, message: text }) });
const Throttled = z.object({ message: text });
const Request = z.object({ action: text, status: text });

/** An error that Partner Center or Graph sent: there is nothing in it to record. */
export const apiError: BodyKind = {
  kind: 'api-error',
  list: null,
  open: () => ({
    read: (item) => {
      const graph = GraphError.safeParse(item).data?.error;
      const { code, description } = graph ? { code: graph.code, description: graph.message } : ApiError.parse(item);
      throw new RowRejected('serverError', { code, description: brief(description) });
    },
  }),
};

/** The answer to too many calls. */
export const apiThrottled: BodyKind = {
  kind: 'api-throttled',
  list: null,
  open: () => ({
    read: (item) => {
      throw new RowRejected('throttled', { message: brief(Throttled.parse(item).message) });
    },
  }),
};

/** A request body that removes delegated admin privileges: it says what was asked for, not what is so, nor of whom. */
export const apiCustomerPatch: BodyKind = {
  kind: 'api-customer-patch',
  list: null,
  open: () => ({
    read: () => {
      throw new RowRejected('requestNotData');
    },
  }),
};

/** A step asked for in the life of a GDAP relationship: it names no relationship. */
export const graphRelationshipRequest: BodyKind = {
  kind: 'graph-relationship-request',
  list: null,
  open: () => ({
    read: (item) => {
      throw new RowRejected('relationshipStep', { ...Request.parse(item) });
    },
  }),
};
