import { type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { type BrowserPortLike, RPCLink as PortLink } from '@orpc/client/message-port';
import { RequestValidationPlugin, ResponseValidationPlugin } from '@orpc/contract/plugins';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { CONSOLE_PORT, DESKTOP_ORIGIN, RPC_PATH } from '#shared/contract/carrier.ts';
import { type ConsoleClient, contract } from '#shared/contract/index.ts';

type Context = Record<never, never>;

/** What is sent and what comes back are both held to the contract, whatever carries them. */
const checks = () => [new RequestValidationPlugin<Context>(contract), new ResponseValidationPlugin<Context>(contract)];

function fetchLink(): ClientLink<Context> {
  return new FetchLink<Context>({ url: new URL(RPC_PATH, window.location.origin), plugins: checks() });
}

/**
 * What the link needs of a port, and no more: it would also listen for `close`, an event that Electron added to ports and
 * that ends the whole page when it reloads (seen with Electron 25).
 */
function carrierOf(port: MessagePort): BrowserPortLike {
  return {
    onMessage: { addListener: (take) => port.addEventListener('message', (event) => take(event.data)) },
    onDisconnect: { addListener: () => undefined },
    postMessage: (data) => port.postMessage(data),
  };
}

/**
 * A channel to the main process: the preload, which listens before any script of the page runs, hands the other end over.
 * What is called before it arrives waits in the channel.
 */
function portLink(): ClientLink<Context> {
  const { port1, port2 } = new MessageChannel();
  const carried = new PortLink<Context>({ port: carrierOf(port1), plugins: checks() });
  port1.start();
  window.postMessage(CONSOLE_PORT, window.location.origin, [port2]);
  return carried;
}

const link = window.location.origin === DESKTOP_ORIGIN ? portLink() : fetchLink();

/** The main side, whichever host carries it. Problems arrive as the contract's typed errors. */
export const client: ConsoleClient = createORPCClient(link);

/** The same for TanStack Query: options and keys for every procedure. */
export const orpc = createTanstackQueryUtils(client);
