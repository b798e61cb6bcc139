import { describe, expect, it } from 'vitest';
import { ServiceRefusal } from '#electron/network/service-refusal.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { BASE, json, rejection, rig } from './support/service.ts';

const THROTTLED = { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' };

async function problemOf(promise: Promise<unknown>) {
  const error = await rejection(promise);
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

describe('what is sent', () => {
  it('names itself to Partner Center by contract, request, run and language', async () => {
    const { get, received } = rig(() => json({ items: [] }), { locale: 'zh-CN' });
    await get();
    const [request] = received;
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token-1',
      'ms-contract-version': 'v1',
      'ms-correlationid': 'id-1',
      'ms-requestid': 'id-2',
      'x-locale': 'zh-CN',
    });
  });

  it('names itself to Graph by the id that Graph knows', async () => {
    const { wire, received } = rig(() => json({ id: 'r' }, 201), { service: 'graph' });
    const body = { displayName: 'Contoso' };
    await wire.send({ method: 'POST', url: `${BASE}/v1.0/r`, body, key: 'decided-once' });
    expect(received[0]?.headers.get('client-request-id')).toBe('decided-once');
    expect(received[0]?.headers.get('content-type')).toBe('application/json');
    expect(received[0]?.headers.has('ms-contract-version')).toBe(false);
    expect(received[0]?.body).toEqual(body);
  });

  it('has a request id of its own for each request, and one id for the run', async () => {
    const { get, received } = rig(() => json({}));
    await Promise.all([get(), get(), get()]);
    expect(new Set(received.map(({ headers }) => headers.get('ms-requestid'))).size).toBe(3);
    expect(new Set(received.map(({ headers }) => headers.get('ms-correlationid'))).size).toBe(1);
  });

  it('carries the headers that are asked for, but never another identity', async () => {
    const { wire, received } = rig(() => json({}));
    const headers = { 'If-Match': '"7"', Authorization: 'Bearer other' };
    await wire.send({ method: 'PATCH', url: `${BASE}/v1/customers/1`, headers, body: {} });
    expect(received[0]?.headers.get('if-match')).toBe('"7"');
    expect(received[0]?.headers.get('authorization')).toBe('Bearer token-1');
  });

  it('goes to no other service, since it carries the token', async () => {
    const { wire, received } = rig(() => json({}));
    const problem = await problemOf(wire.send({ method: 'GET', url: 'https://elsewhere.example/next' }));
    expect(problem).toMatchObject({ key: 'networkForeignAddress', values: { to: 'elsewhere.example' } });
    expect(received).toEqual([]);
  });

  it('is never more at a time than agreed', async () => {
    let under = 0;
    let most = 0;
    const { get, time } = rig(
      () => async () => {
        most = Math.max(most, ++under);
        await time.sleep(50);
        under--;
        return json({});
      },
      { concurrency: 3 },
    );
    await Promise.all(Array.from({ length: 20 }, () => get()));
    expect(most).toBe(3);
  });
});

describe('what is answered', () => {
  it('may come in pieces that are cut within a character', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ name: '上海公司' }));
    const pieces = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
        stream.close();
      },
    });
    const { get } = rig(() => new Response(pieces));
    expect((await get()).body).toEqual({ name: '上海公司' });
  });

  it('is the body as JSON, and when it came by our own clock', async () => {
    const { get } = rig(() => json({ totalCount: 1 }, 200, { date: 'Thu, 01 Jan 1970 00:00:00 GMT', ETag: '"1"' }));
    const answer = await get();
    expect(answer).toMatchObject({ status: 200, body: { totalCount: 1 }, at: '2026-11-22T09:00:00.000Z' });
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('may be nothing where nothing is in order', async () => {
    const { wire } = rig(() => new Response(null, { status: 204 }));
    expect(await wire.send({ method: 'DELETE', url: `${BASE}/v1.0/r` })).toMatchObject({ status: 204, body: null });
  });

  it('is a refusal in the words of Partner Center', async () => {
    const body = { code: 900150, description: 'The role\nlacks   rights.', data: [], source: 'PartnerFD' };
    const { get, wire } = rig(() => json(body, 403, { 'MS-RequestId': 'theirs' }));
    const refusal = await rejection(get());
    expect(refusal).toBeInstanceOf(ServiceRefusal);
    const answer = { status: 403, code: '900150', words: 'The role lacks rights.', requestId: 'theirs' };
    expect(refusal).toMatchObject({ answer });
    expect(wire.counts).toEqual({ sent: 1, throttled: 0, repeated: 0 });
  });

  it('is a refusal in the words of Graph', async () => {
    const error = { code: 'Conflict', message: 'The name is taken.', innerError: { 'request-id': 'inner' } };
    const { get } = rig(() => json({ error }, 409));
    const answer = { status: 409, code: 'Conflict', words: 'The name is taken.', requestId: 'inner' };
    expect(await rejection(get())).toMatchObject({ answer });
  });
});

describe('a service that is throttling', () => {
  it('is asked again with the same request id, not before the time that it named', async () => {
    const { get, received, time, wire } = rig((_, before) =>
      before === 0 ? json(THROTTLED, 429, { 'Retry-After': '12' }) : json({ ok: true }),
    );
    expect((await get()).body).toEqual({ ok: true });
    expect(received.map(({ at }) => at)).toEqual([0, 12_000]);
    expect(new Set(received.map(({ headers }) => headers.get('ms-requestid'))).size).toBe(1);
    expect(wire.counts).toEqual({ sent: 2, throttled: 1, repeated: 1 });
    expect(time.elapsed()).toBe(12_000);
  });

  it('may name a date: what counts is its distance from the date of the answer, however wrong that clock is', async () => {
    const { get, received } = rig((_, before) =>
      before === 0
        ? json({ code: 'x', description: 'busy' }, 503, {
            Date: 'Wed, 01 Jan 2020 00:00:00 GMT',
            'Retry-After': 'Wed, 01 Jan 2020 00:00:40 GMT',
          })
        : json({}),
    );
    await get();
    expect(received.map(({ at }) => at)).toEqual([0, 40_000]);
  });

  it('may name the time in its message alone', async () => {
    const { get, received } = rig((_, before) => (before === 0 ? json(THROTTLED, 429) : json({})));
    await get();
    expect(received.map(({ at }) => at)).toEqual([0, 57_000]);
  });

  it('holds all requests, and says until when', async () => {
    const { get, received, wire } = rig((_, before) =>
      before === 0 ? json(THROTTLED, 429, { 'Retry-After': '30' }) : json({}),
    );
    const first = get();
    while (wire.waitingUntil === null) await new Promise(setImmediate);
    expect(wire.waitingUntil).toBe('2026-11-22T09:00:30.000Z');
    await Promise.all([first, get(), get()]);
    expect(received.map(({ at }) => at)).toEqual([0, 30_000, 30_000, 30_000]);
    expect(wire.waitingUntil).toBeNull();
  });

  it('is given up after six tries, with what it said', async () => {
    const { get, wire } = rig(() => json(THROTTLED, 429, { 'Retry-After': '60' }));
    const problem = await problemOf(get());
    expect(problem).toMatchObject({ kind: 'unavailable', key: 'networkBusy', values: { tries: 6, minutes: 1 } });
    expect(wire.counts).toEqual({ sent: 6, throttled: 6, repeated: 5 });
  });

  it('is given up at once when it asks for more patience than we have', async () => {
    const { get, wire } = rig(() => json(THROTTLED, 429, { 'Retry-After': '7200' }));
    expect(await problemOf(get())).toMatchObject({ key: 'networkBusy', values: { minutes: 120 } });
    expect(wire.counts.sent).toBe(1);
  });
});

describe('a service that fails', () => {
  it.each([408, 500, 502, 503, 504])('with %i is asked again, after waits that grow and scatter', async (status) => {
    const { get, received } = rig((_, before) => (before < 4 ? json({}, status) : json({ ok: true })));
    expect((await get()).body).toEqual({ ok: true });
    expect(received.map(({ at }) => at)).toEqual([0, 500, 1_500, 3_500, 7_500]);
  });

  it('is given up after six tries, with what it said', async () => {
    const { get } = rig(() => json({ code: '500', description: 'No database.' }, 500));
    const values = { status: 500, words: 'No database.', tries: 6 };
    expect(await problemOf(get())).toMatchObject({ key: 'networkServiceDown', values });
  });

  it('with a page of its gateway is asked again too', async () => {
    const { get } = rig((_, before) => (before === 0 ? new Response('<html>502</html>', { status: 502 }) : json([])));
    expect((await get()).body).toEqual([]);
  });

  it('after a request to Graph that makes something is not asked again: nobody can tell whether it did', async () => {
    const { wire, received } = rig(() => json({}, 500), { service: 'graph' });
    const send = wire.send({ method: 'POST', url: `${BASE}/v1.0/r`, body: {} });
    expect(await problemOf(send)).toMatchObject({ key: 'networkServiceDown', values: { tries: 1 } });
    expect(received).toHaveLength(1);
  });

  it('but turned such a request away at the door is asked again', async () => {
    const { wire } = rig((_, before) => (before === 0 ? json({}, 503) : json({ id: 'r' }, 201)), { service: 'graph' });
    expect(await wire.send({ method: 'POST', url: `${BASE}/v1.0/r`, body: {} })).toMatchObject({ status: 201 });
  });
});

describe('a token', () => {
  /** An account whose tokens are numbered, and which counts how often it was told that one was refused. */
  const account = () => {
    let number = 1;
    const told: string[] = [];
    const token = async (refused?: string) => {
      if (refused !== undefined) {
        told.push(refused);
        number++;
      }
      return `token-${number}`;
    };
    return { token, told };
  };

  it('that ended is renewed once, whatever number of requests it was refused to', async () => {
    const { token, told } = account();
    const { get, wire } = rig(
      ({ headers }) => (headers.get('authorization') === 'Bearer token-1' ? json({}, 401) : json({})),
      { token },
    );
    await Promise.all([get(), get(), get(), get()]);
    expect(told).toEqual(['token-1']);
    expect(wire.counts).toEqual({ sent: 8, throttled: 0, repeated: 4 });
  });

  it('that is refused when it is new is a problem that says what the service said', async () => {
    const { token } = account();
    const body = { error: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure.' } };
    const { get, wire } = rig(() => json(body, 401), { token });
    const values = { host: 'service.example', words: 'Access token validation failure.' };
    expect(await problemOf(get())).toMatchObject({ kind: 'refused', key: 'networkTokenRefused', values });
    expect(wire.counts.sent).toBe(2);
  });

  it('that nobody can renew is not sent a second time', async () => {
    const { get, wire } = rig(() => json({}, 401));
    expect(await problemOf(get())).toMatchObject({ key: 'networkTokenRefused' });
    expect(wire.counts.sent).toBe(1);
  });

  it('that is none is never sent', async () => {
    const { get, wire } = rig(() => json({}), { token: async () => 'my secret\n' });
    const problem = await problemOf(get());
    expect(problem).toMatchObject({ key: 'networkTokenUnusable', values: { host: 'service.example' } });
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(wire.counts.sent).toBe(0);
  });

  it('that cannot be renewed once is asked for anew by the next request', async () => {
    let renewals = 0;
    const token = async (refused?: string) => {
      if (refused === undefined) return 'token-1';
      if (++renewals === 1) throw new ProblemError('refused', 'notSignedIn');
      return 'token-2';
    };
    const { get } = rig(
      ({ headers }) => (headers.get('authorization') === 'Bearer token-2' ? json({ ok: true }) : json({}, 401)),
      { token },
    );
    expect(await problemOf(get())).toMatchObject({ key: 'notSignedIn' });
    expect((await get()).body).toEqual({ ok: true });
  });

  it('that cannot be had is the account’s problem, and asked for anew by the next request', async () => {
    let asked = 0;
    const token = async () => {
      if (++asked === 1) throw new ProblemError('refused', 'notSignedIn');
      return 'token-1';
    };
    const { get } = rig(() => json({ ok: true }), { token });
    expect(await problemOf(get())).toMatchObject({ key: 'notSignedIn' });
    expect((await get()).body).toEqual({ ok: true });
  });
});

describe('an aborted request', () => {
  it('makes no room that there is not', async () => {
    const giving = new AbortController();
    let under = 0;
    let most = 0;
    const { get, time } = rig(
      () => async () => {
        most = Math.max(most, ++under);
        await time.sleep(50);
        under--;
        return json({});
      },
      { concurrency: 2 },
    );
    const kept = [get(), get()];
    const later = Array.from({ length: 6 }, () => get());
    const given = Array.from({ length: 4 }, () => rejection(get('/v1/customers', giving.signal)));
    while (under < 2) await new Promise(setImmediate);
    giving.abort('enough');
    await Promise.all([...kept, ...given, ...later]);
    expect(most).toBe(2);
  });

  it.each([
    ['while it waits as the service asked', () => json(THROTTLED, 429, { 'Retry-After': '300' })],
    ['while it waits for another try', () => json({}, 500)],
    ['while nothing is answered', () => () => new Promise<Response>(() => {})],
  ])('ends at once %s', async (_, react) => {
    const { get, received, time } = rig(react);
    const giving = new AbortController();
    const ended = rejection(get('/v1/customers', giving.signal));
    while (received.length === 0) await new Promise(setImmediate);
    giving.abort('enough');
    expect(await ended).toBe('enough');
    expect(time.elapsed()).toBeLessThan(1_000);
    expect(received.length).toBeLessThanOrEqual(2);
  });

  it('leaves room for the others, and nothing behind', async () => {
    const giving = new AbortController();
    const { get, wire, received } = rig(
      ({ url }) => (url.endsWith('/never') ? () => new Promise<Response>(() => {}) : json({ ok: true })),
      { concurrency: 2 },
    );
    const stuck = Array.from({ length: 5 }, () => rejection(get('/never', giving.signal)));
    while (received.length < 2) await new Promise(setImmediate);
    const after = get('/other');
    giving.abort('enough');
    expect(await Promise.all(stuck)).toEqual(Array.from({ length: 5 }, () => 'enough'));
    expect((await after).body).toEqual({ ok: true });
    expect(wire.counts).toEqual({ sent: 3, throttled: 0, repeated: 0 });
  });

  it('that was aborted before is never sent', async () => {
    const { get, wire } = rig(() => json({}));
    expect(await rejection(get('/v1/customers', AbortSignal.abort('before')))).toBe('before');
    expect(wire.counts.sent).toBe(0);
  });
});
