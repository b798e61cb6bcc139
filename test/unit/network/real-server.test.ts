import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createPace } from '#electron/network/pace.ts';
import { createWire } from '#electron/network/wire.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { rejection } from './support/service.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done) ?? done(undefined));
  server = undefined;
});

/** A wire to a server of this machine, impatient. */
async function wireTo(listener: RequestListener) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const base = `http://127.0.0.1:${address.port}`;
  const wire = createWire({
    service: 'partner-center',
    base,
    fetch: globalThis.fetch,
    token: async () => 'token-1',
    pace: createPace({ perMinute: Infinity }),
    clock: () => new Date(),
    random: () => 0,
    newId: () => 'f8f12f1c-4a1f-4b7e-9f0e-3f4f3f0a7a11',
    patience: { tries: 3, silence: 200 },
  });
  const get = (signal?: AbortSignal) => wire.send({ method: 'GET', url: `${base}/v1/customers`, signal });
  return { wire, get };
}

async function problemOf(promise: Promise<unknown>) {
  const error = await rejection(promise);
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

const page = JSON.stringify({
  totalCount: 3,
  items: Array.from({ length: 500 }, (_, id) => ({ id, name: '上海公司' })),
});

describe('against a server', () => {
  it('a page that comes in pieces, cut within characters, is read whole', async () => {
    const bytes = Buffer.from(page);
    const { get } = await wireTo((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let from = 0; from < bytes.length; from += 101) response.write(bytes.subarray(from, from + 101));
      response.end();
    });
    expect((await get()).body).toEqual(JSON.parse(page));
  });

  it.each([
    ['with the length announced', { 'content-length': String(Buffer.byteLength(page)) }],
    ['without a length', {}],
  ])('a reset in the middle of a body is half an answer, asked for again, and never taken (%s)', async (_, headers) => {
    let asked = 0;
    const { get, wire } = await wireTo((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      if (++asked > 1) return response.end(page);
      response.write(page.slice(0, 1_000));
      setTimeout(() => response.destroy(), 20);
    });
    expect((await get()).body).toEqual(JSON.parse(page));
    expect(wire.counts).toEqual({ sent: 2, throttled: 0, repeated: 1 });
  });

  it('half a body every time is a problem', async () => {
    const { get } = await wireTo((_, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(page.slice(0, 1_000));
      setTimeout(() => response.destroy(), 5);
    });
    expect(await problemOf(get())).toMatchObject({ key: 'networkHalf', values: { tries: 3 } });
  });

  it('half a body that claims to be whole is a problem too', async () => {
    const { get } = await wireTo((_, response) => response.end(page.slice(0, 1_000)));
    expect(await problemOf(get())).toMatchObject({ key: 'networkHalf', values: { tries: 3 } });
  });

  it('a connection that is closed without a word is a reset', async () => {
    const { get } = await wireTo((request) => request.socket.destroy());
    expect(await problemOf(get())).toMatchObject({ key: 'networkReset', values: { tries: 3 } });
  });

  it('an empty answer is a problem', async () => {
    const { get } = await wireTo((_, response) => response.end());
    expect(await problemOf(get())).toMatchObject({ key: 'networkEmpty', values: { status: 200 } });
  });

  it('a web page is a problem at once', async () => {
    const { get, wire } = await wireTo((_, response) =>
      response.end('<html><body>Welcome to the airport</body></html>'),
    );
    expect(await problemOf(get())).toMatchObject({ key: 'networkNotJson', values: { form: 'page' } });
    expect(wire.counts.sent).toBe(1);
  });

  it('a redirect to a sign-in page is not followed', async () => {
    const paths: (string | undefined)[] = [];
    const { get } = await wireTo(({ url }, response) => {
      paths.push(url);
      response.writeHead(302, { location: 'https://login.example/?session=s3cr3t' }).end('moved');
    });
    const problem = await problemOf(get());
    expect(problem).toMatchObject({ key: 'networkRedirected', values: { to: 'login.example' } });
    expect(JSON.stringify(problem)).not.toContain('s3cr3t');
    expect(paths).toEqual(['/v1/customers']);
  });

  it('a server that never answers is given up after its silence', async () => {
    const { get } = await wireTo(() => {});
    expect(await problemOf(get())).toMatchObject({ key: 'networkSilent', values: { tries: 3 } });
  });

  it('a body that stalls is given up after its silence, one that keeps coming is not', async () => {
    const trickle: RequestListener = (_, response) => {
      let sent = 0;
      const timer = setInterval(() => {
        response.write(' ');
        if (++sent < 6) return;
        clearInterval(timer);
        response.end('{}');
      }, 60);
    };
    const { get } = await wireTo(trickle);
    expect((await get()).body).toEqual({});
    const stalling = await wireTo((_, response) => void response.write('{"a":'));
    expect(await problemOf(stalling.get())).toMatchObject({ key: 'networkSilent' });
  });

  it('whoever takes time before its first word and again before the next is heard out', async () => {
    const { get } = await wireTo((_, response) => {
      setTimeout(() => response.flushHeaders(), 130);
      setTimeout(() => response.end('{}'), 260);
    });
    expect((await get()).body).toEqual({});
  });

  it('an abort ends a slow answer at once, and closes its connection', async () => {
    const giving = new AbortController();
    let closed = () => {};
    const gone = new Promise<void>((done) => {
      closed = done;
    });
    const { get, wire } = await wireTo((request, response) => {
      request.socket.on('close', closed);
      response.write('{"a":');
      giving.abort('enough');
    });
    expect(await rejection(get(giving.signal))).toBe('enough');
    await gone;
    expect(wire.counts).toEqual({ sent: 1, throttled: 0, repeated: 0 });
  });
});
