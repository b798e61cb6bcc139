import { request as httpRequest } from 'node:http';
import { expect, test } from './fixture.ts';
import { startServer } from './hosts/browser.ts';
import { saying, startProcess } from './hosts/process.ts';

// The doors of the browser host, tried from outside by a program that sends whatever headers it likes.
interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the address for a path; gives the status and what cookie came with it. */
function ask(address: string, { path, method = 'GET', headers = {} }: Asked) {
  const { hostname, port } = new URL(address);
  return new Promise<{ status: number; cookie: string }>((resolve, reject) => {
    const asking = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        const [cookie = ''] = answer.headers['set-cookie'] ?? [];
        resolve({ status: answer.statusCode ?? 0, cookie: cookie.split(';')[0] ?? '' });
      });
    });
    asking.on('error', reject);
    asking.end(method === 'POST' ? '{}' : undefined);
  });
}

test.use({ sample: true });

test('the address opens once, and nothing opens without it', async ({ console: { places } }) => {
  const own = { ...places, workspace: `${places.workspace}-doors` };
  const { child, address, args } = await startServer(own);
  try {
    const { origin, host, pathname, search } = new URL(address);
    expect((await ask(address, { path: '/' })).status, 'no cookie').toBe(403);
    expect((await ask(address, { path: '/?token=x' })).status, 'a guessed token').toBe(403);
    const entry = await ask(address, { path: `${pathname}${search}` });
    expect(entry.status).toBe(303);
    expect((await ask(address, { path: `${pathname}${search}` })).status, 'the token again').toBe(403);

    const cookie = entry.cookie;
    expect((await ask(address, { path: '/', headers: { cookie } })).status).toBe(200);
    const name = host.replace('127.0.0.1', 'localhost');
    expect((await ask(address, { path: '/', headers: { cookie, host: name } })).status, 'another name').toBe(403);

    const call = (headers: Record<string, string>) =>
      ask(address, {
        path: '/rpc/about',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '2', ...headers },
      });
    expect((await call({ cookie, origin })).status).toBe(200);
    expect((await call({ origin })).status, 'no cookie').toBe(403);
    expect((await call({ cookie })).status, 'no origin').toBe(403);
    expect((await call({ cookie, origin: 'http://partner.example' })).status, 'another origin').toBe(403);
    expect((await call({ cookie, origin, 'sec-fetch-site': 'cross-site' })).status, 'another site').toBe(403);

    const before = child.said().length;
    expect((await startProcess(process.execPath, args).ended()).code).toBe(0);
    const fresh = /^Partner Console: (\S+)$/m;
    await saying(child, new RegExp(`^[\\s\\S]{${before}}[\\s\\S]*${fresh.source}`, 'm'));
    const next = new URL(fresh.exec(child.said().slice(before))?.[1] ?? '');
    expect(next.origin).toBe(origin);
    expect((await ask(address, { path: `${next.pathname}${next.search}` })).status, 'a new address').toBe(303);
    expect((await call({ cookie, origin })).status, 'the session goes on').toBe(200);

    child.process.kill('SIGINT');
    expect((await child.ended()).code).toBe(0);
  } finally {
    child.process.kill('SIGKILL');
  }
});
