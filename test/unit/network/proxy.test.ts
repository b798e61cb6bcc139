import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeNetwork } from '#electron/hosts/node-network.ts';
import { createPace } from '#electron/network/pace.ts';
import { createWire } from '#electron/network/wire.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { rejection } from './support/service.ts';

/** Whom the proxy was asked for, and what it says next. */
const asked: string[] = [];
let says = '407 Proxy Authentication Required';

const proxy = createServer((_, response) => response.writeHead(Number.parseInt(says, 10)).end());
proxy.on('connect', ({ url = '' }, socket) => {
  asked.push(url);
  socket.end(`HTTP/1.1 ${says}\r\nContent-Length: 0\r\n\r\n`);
});
const here = createServer((_, response) => response.end('{"here":true}'));

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

let network: ReturnType<typeof nodeNetwork>;
let direct = '';
beforeAll(async () => {
  const address = await addressOf(proxy);
  network = nodeNetwork({ HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: 'other.example' });
  direct = await addressOf(here);
});
afterAll(() => {
  for (const server of [proxy, here]) server.close().closeAllConnections();
});

function ask(base: string) {
  const wire = createWire({
    service: 'graph',
    base,
    fetch: network.fetch,
    token: async () => 'token-1',
    pace: createPace({ perMinute: Infinity }),
    clock: () => new Date(),
    random: () => 0,
    newId: () => 'f8f12f1c-4a1f-4b7e-9f0e-3f4f3f0a7a11',
  });
  return wire.send({ method: 'GET', url: `${base}/v1.0/x` });
}

describe('behind a proxy that the environment names', () => {
  it('a service is asked through it; one that wants to know who we are is a problem', async () => {
    const error = await rejection(ask('https://service.example'));
    expect(asked).toEqual(['service.example:443']);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ problem: { key: 'networkProxySignIn', values: { host: 'service.example' } } });
  });

  it('one that does not let us pass is a problem', async () => {
    says = '403 Forbidden';
    expect(await rejection(ask('https://service.example'))).toMatchObject({ problem: { key: 'networkProxy' } });
  });

  it('this machine is asked without it', async () => {
    asked.length = 0;
    expect((await ask(direct)).body).toEqual({ here: true });
    expect(asked).toEqual([]);
  });
});
