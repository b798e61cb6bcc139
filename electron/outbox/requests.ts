import type { WireRequest } from '#electron/network/wire.ts';
import type { OutboxCommand } from '#shared/model/outbox.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';
import type { CommandOf } from './command.ts';

/** Where the services are: Partner Center's address, and Graph's with its version. */
export type Bases = Readonly<Record<SyncSource, string>>;

/** A request without what only this sending of it has. */
export type Request = Pick<WireRequest, 'method' | 'url' | 'body'>;

const RELATIONSHIPS = 'tenantRelationships/delegatedAdminRelationships';

const at = (base: string, path: string): string => `${base.replace(/\/+$/u, '')}/${path}`;

/** The requests that commands are made of. */
export class Requests {
  readonly #bases: Bases;

  constructor(bases: Bases) {
    this.#bases = bases;
  }

  /** `customerName` is what the customer is called in the request; the service knows it by its id. */
  createGdap({ autoExtend, customer, days, name, roles }: CommandOf<'gdap-request'>, customerName: string): Request {
    return {
      method: 'POST',
      url: this.#graph(RELATIONSHIPS),
      body: {
        displayName: name,
        duration: `P${days}D`,
        customer: { tenantId: customer, displayName: customerName },
        accessDetails: { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
        autoExtendDuration: extension(autoExtend),
      },
    };
  }

  /** Relationships of one name, or all of them for a service that does not know how to tell. */
  listGdap(name: string | null): Request {
    const filter =
      name === null ? '' : `&$filter=${encodeURIComponent(`displayName eq '${name.replace(/'/gu, "''")}'`)}`;
    return { method: 'GET', url: this.#graph(`${RELATIONSHIPS}?$top=300${filter}`) };
  }

  getGdap(id: string): Request {
    return { method: 'GET', url: this.#graph(`${RELATIONSHIPS}/${encodeURIComponent(id)}`) };
  }

  /** Asks for what changes a relationship's state. */
  requestGdap(id: string, action: 'lockForApproval' | 'terminate'): Request {
    const url = this.#graph(`${RELATIONSHIPS}/${encodeURIComponent(id)}/requests`);
    return { method: 'POST', url, body: { action } };
  }

  extendGdap({ autoExtend, delegation }: CommandOf<'gdap-extend'>): Request {
    const { url } = this.getGdap(delegation);
    return { method: 'PATCH', url, body: { autoExtendDuration: extension(autoExtend) } };
  }

  getCustomer({ customer }: CommandOf<'dap-remove'>): Request {
    return { method: 'GET', url: at(this.#bases['partner-center'], `v1/customers/${customer}`) };
  }

  removeDap(command: CommandOf<'dap-remove'>): Request {
    const body = { AllowDelegatedAccess: false, attributes: { objectType: 'Customer' } };
    return { method: 'PATCH', url: this.getCustomer(command).url, body };
  }

  getResellerLink(): Request {
    return { method: 'GET', url: at(this.#bases['partner-center'], 'v1/customers/relationshiprequests') };
  }

  /** What would be sent for a command, in order; an id that the service has yet to give is `{id}`. */
  of(command: OutboxCommand, customerName: string): Request[] {
    switch (command.kind) {
      case 'gdap-request': {
        const locked = this.requestGdap(NOT_KNOWN, 'lockForApproval');
        return [this.createGdap(command, customerName), locked, this.getGdap(NOT_KNOWN)].map(readable);
      }
      case 'gdap-extend':
        return [this.getGdap(command.delegation), this.extendGdap(command)];
      case 'gdap-terminate':
        return [this.requestGdap(command.delegation, 'terminate'), this.getGdap(command.delegation)];
      case 'dap-remove':
        return [this.getCustomer(command), this.removeDap(command)];
      case 'reseller-link':
        return [this.getResellerLink()];
      default:
        return assertNever(command);
    }
  }

  #graph(path: string): string {
    return at(this.#bases.graph, path);
  }
}

const NOT_KNOWN = '{id}';
const readable = (request: Request): Request => ({ ...request, url: request.url.replace('%7Bid%7D', NOT_KNOWN) });

/** By how much a relationship extends itself when it ends, as an ISO 8601 duration: the service knows half a year, or none. */
const extension = (extendsItself: boolean): string => (extendsItself ? 'P180D' : 'PT0S');

/** The service that a command's requests go to. */
export function serviceOf({ kind }: OutboxCommand): SyncSource {
  return kind === 'dap-remove' || kind === 'reseller-link' ? 'partner-center' : 'graph';
}

/** The page on which the customer approves a relationship. */
export const approvalLink = (id: string): string =>
  `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${id}`;
