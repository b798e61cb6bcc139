import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Console } from '#electron/console.ts';
import { COMMON_HEADERS, newNonce, pageHeaders } from '#electron/hosts/page-headers.ts';
import type { RendererFiles } from '#electron/hosts/renderer-files.ts';
import { UsageError } from '#electron/hosts/say.ts';
import { logUnexpected, unexpectedErrorsToTerminal } from '#electron/hosts/unexpected.ts';
import { RPC_PATH } from '#shared/contract/carrier.ts';
import { sessionCookie, sessionOf } from './cookie.ts';
import { objection } from './guard.ts';
import { openSessions } from './sessions.ts';

const LOOPBACK = '127.0.0.1';

const WORDS: Readonly<Record<number, string>> = {
  403: 'This address is not open to you. Use the address that the console printed last; each works once.',
  404: 'There is nothing here.',
  405: 'This is not how to ask.',
  411: 'The request does not say how long it is.',
  413: 'The file is too large.',
  500: 'Something went wrong inside; the terminal says what.',
};

/** A running browser host. */
export interface BrowserServer {
  /** An address that opens the console once; the one given before it is void if unused. */
  newAddress(): string;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

/** Serves the window and its calls on the loopback address; `port` 0 lets the system choose. */
export async function serve(options: {
  readonly port: number;
  readonly files: RendererFiles;
  readonly console: Console;
}): Promise<BrowserServer> {
  const { files, console } = options;
  const sessions = openSessions();
  const calls = new RPCHandler(console.router, { interceptors: [unexpectedErrorsToTerminal] });
  const server = createServer();
  const port = await listen(server, options.port);
  const address = `${LOOPBACK}:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${address}`);
    const against = objection({ method, path: pathname, headers }, address);
    if (against !== undefined) return refuse(response, against);

    const token = searchParams.get('token');
    if (pathname === '/' && token !== null) return enter(response, sessions.redeem(token));

    const session = sessionOf(headers.cookie, port);
    if (session === undefined || !sessions.isSession(session)) return refuse(response, 403);
    if (!pathname.startsWith(`${RPC_PATH}/`)) return answerFile(response, pathname);
    response.setHeader('Cache-Control', 'no-store');
    const { matched } = await calls.handle(request, response, { prefix: RPC_PATH });
    if (!matched) refuse(response, 404);
  }

  /** The token leaves the address bar and the history with the redirect. */
  function enter(response: ServerResponse, session: string | undefined): void {
    if (session === undefined) {
      refuse(response, 403);
      return;
    }
    const headers = { Location: '/', 'Set-Cookie': sessionCookie(port, session), 'Cache-Control': 'no-store' };
    response.writeHead(303, { ...COMMON_HEADERS, ...headers }).end();
  }

  async function answerFile(response: ServerResponse, path: string): Promise<void> {
    if (path === '/') {
      const nonce = newNonce();
      const page = await files.page(nonce);
      response.writeHead(200, pageHeaders(nonce)).end(page);
      return;
    }
    const file = await files.file(path);
    if (file === undefined) return refuse(response, 404);
    response.writeHead(200, { ...COMMON_HEADERS, 'Content-Type': file.contentType, 'Cache-Control': 'no-cache' });
    response.end(file.body);
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logUnexpected(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });

  return {
    newAddress: () => `http://${address}/?token=${sessions.issueToken()}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch {
    throw new UsageError(`Port ${port} cannot be used; name another with --port, or none.`);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    ...COMMON_HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    // What was not read of a refused body would otherwise be taken for the next request.
    Connection: 'close',
  });
  response.end(`${WORDS[status] ?? ''}\n`);
}
