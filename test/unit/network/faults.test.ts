import { describe, expect, it } from 'vitest';
import { faultOf } from '#electron/network/fault.ts';
import { serverWords } from '#electron/network/server-words.ts';
import { refusalProblem } from '#electron/network/service-refusal.ts';
import { MESSAGES } from '#shared/locales/index.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { LANGUAGES } from '#shared/model/invitation.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import { json, type Reaction, rejection, rig } from './support/service.ts';

/** As Node's `fetch` throws it. */
const undici = (code: string, message = code) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
/** As Electron's `net.fetch` throws it. */
const chromium = (code: string) => new Error(`net::${code}`);

describe('an exception of fetch', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'date'],
    ['CERT_NOT_YET_VALID', 'date'],
    ['ERR_CERT_DATE_INVALID', 'date'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'name'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'name'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'authority'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'authority'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'authority'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'authority'],
    ['ERR_CERT_AUTHORITY_INVALID', 'authority'],
    ['CERT_REVOKED', 'revoked'],
    ['ERR_CERT_REVOKED', 'revoked'],
    ['ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'other'],
    ['ERR_CERT_SOMETHING_NEW', 'other'],
  ])('%s is a certificate to be doubted for its %s, and never tried again', (code, reason) => {
    const fault = { key: 'networkCertificate', values: { code, reason }, again: 'no' };
    expect(faultOf(undici(code))).toMatchObject(fault);
    if (code.startsWith('ERR_')) expect(faultOf(chromium(code))).toMatchObject(fault);
  });

  it.each([
    ['ENOTFOUND', 'networkNameUnknown', 'reached'],
    ['EAI_AGAIN', 'networkNameUnknown', 'reached'],
    ['ERR_NAME_NOT_RESOLVED', 'networkNameUnknown', 'reached'],
    ['ENETUNREACH', 'networkUnreachable', 'reached'],
    ['ERR_INTERNET_DISCONNECTED', 'networkUnreachable', 'reached'],
    ['ERR_ADDRESS_UNREACHABLE', 'networkUnreachable', 'reached'],
    ['ECONNREFUSED', 'networkConnectionRefused', 'reached'],
    ['ERR_CONNECTION_REFUSED', 'networkConnectionRefused', 'reached'],
    ['ECONNRESET', 'networkReset', 'yes'],
    ['EPIPE', 'networkReset', 'yes'],
    ['UND_ERR_SOCKET', 'networkReset', 'yes'],
    ['ERR_CONNECTION_RESET', 'networkReset', 'yes'],
    ['ERR_NETWORK_CHANGED', 'networkReset', 'yes'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'networkReset', 'yes'],
    ['ETIMEDOUT', 'networkSilent', 'yes'],
    ['UND_ERR_HEADERS_TIMEOUT', 'networkSilent', 'yes'],
    ['UND_ERR_CONNECT_TIMEOUT', 'networkSilent', 'reached'],
    ['ERR_CONNECTION_TIMED_OUT', 'networkSilent', 'reached'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'networkHalf', 'yes'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'networkHalf', 'yes'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'networkHalf', 'yes'],
    ['EPROTO', 'networkInsecure', 'no'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'networkInsecure', 'no'],
    ['ERR_SSL_PROTOCOL_ERROR', 'networkInsecure', 'no'],
    ['ERR_PROXY_CONNECTION_FAILED', 'networkProxy', 'no'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'networkProxy', 'no'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'networkProxy', 'no'],
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'networkProxySignIn', 'no'],
    ['ERR_SOMETHING_NEW', 'networkFailed', 'reached'],
  ])('%s is %s', (code, key, again) => {
    expect(faultOf(undici(code))).toMatchObject({ key, again });
    if (code.startsWith('ERR_')) expect(faultOf(chromium(code))).toMatchObject({ key, again, values: { code } });
  });

  it('is looked into, however deep its cause lies', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const both = new AggregateError([refused, refused]);
    expect(faultOf(new TypeError('fetch failed', { cause: both }))).toMatchObject({ key: 'networkConnectionRefused' });
  });

  it('may be a proxy’s answer to a tunnel', () => {
    const tunnel = (status: number) =>
      undici('UND_ERR_ABORTED', `Proxy response (${status}) !== 200 when HTTP Tunneling`);
    expect(faultOf(tunnel(407))).toMatchObject({ key: 'networkProxySignIn' });
    expect(faultOf(tunnel(403))).toMatchObject({ key: 'networkProxy' });
  });

  it('may be a redirect that Electron did not follow', () => {
    expect(faultOf(new Error('Redirect was cancelled'))).toMatchObject({ key: 'networkRedirected' });
  });

  it('that the network did not cause stays what it is: an error of ours', () => {
    expect(faultOf(new TypeError('undefined is not a function'))).toBeUndefined();
  });
});

const html = (status = 200) =>
  new Response('\n<!DOCTYPE html><title>Sign in</title>', { status, headers: { 'content-type': 'text/html' } });
const words = { status: 403, code: '900150', words: 'The role lacks rights.', requestId: null };

/** Every way in which a request can fail, and the problem that it becomes. */
const FAILURES: readonly (readonly [key: string, what: string, how: Reaction | ProblemError])[] = [
  ['networkNameUnknown', 'an unknown name', undici('ENOTFOUND')],
  ['networkUnreachable', 'no connection', chromium('ERR_INTERNET_DISCONNECTED')],
  ['networkConnectionRefused', 'a closed port', undici('ECONNREFUSED')],
  ['networkReset', 'a connection that breaks off', undici('ECONNRESET')],
  ['networkSilent', 'no answer', undici('UND_ERR_HEADERS_TIMEOUT')],
  ['networkHalf', 'an answer that is cut off', () => new Response('{"items":[{"id":', { status: 200 })],
  ['networkHalf', 'an answer shorter than announced', () => json({}, 200, { 'content-length': '1000' })],
  ['networkEmpty', 'an empty answer', () => new Response('')],
  ['networkNotJson', 'a web page', html()],
  ['networkNotJson', 'a web page that says no', html(403)],
  ['networkNotJson', 'a text', new Response('It works!')],
  ['networkRedirected', 'a redirect', new Response(null, { status: 302, headers: { location: '/login?code=s3cr3t' } })],
  ['networkRedirected', 'a redirect to nowhere', new Response(null, { status: 307 })],
  ['networkCertificate', 'an ended certificate', undici('CERT_HAS_EXPIRED')],
  ['networkCertificate', 'another’s certificate', undici('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['networkCertificate', 'a proxy’s certificate', undici('SELF_SIGNED_CERT_IN_CHAIN')],
  ['networkCertificate', 'a withdrawn certificate', chromium('ERR_CERT_REVOKED')],
  ['networkCertificate', 'a strange certificate', chromium('ERR_CERT_INVALID')],
  ['networkInsecure', 'no TLS', undici('ERR_SSL_WRONG_VERSION_NUMBER')],
  ['networkProxy', 'a proxy that says no', chromium('ERR_TUNNEL_CONNECTION_FAILED')],
  ['networkProxySignIn', 'a proxy that asks who we are', () => html(407)],
  ['networkFailed', 'a failure without a code', new TypeError('fetch failed')],
  ['networkFailed', 'a failure with a new code', chromium('ERR_SOMETHING_NEW')],
  ['networkTooLarge', 'a huge answer', () => json('x'.repeat(2 ** 20))],
  ['networkBusy', 'too many requests', () => json({ statusCode: 429, message: 'Slow down.' }, 429)],
  ['networkBusy', 'too many requests for an hour', () => json({}, 429, { 'retry-after': '3600' })],
  ['networkServiceDown', 'a failing service', () => json({ code: 1, description: 'Bearer abc eyJhbGciOi.J9.x' }, 500)],
  ['networkServiceDown', 'a silently failing service', () => html(503)],
  ['networkTokenRefused', 'a refused token', () => json({ error: { code: 'x', message: 'Wrong audience.' } }, 401)],
  ['networkTokenRefused', 'a token refused without a word', () => new Response(null, { status: 401 })],
  ['networkNoRights', 'missing rights', refusalProblem(words, 'service.example')],
  [
    'networkNoRights',
    'missing rights without a word',
    refusalProblem({ ...words, code: null, words: '' }, 'service.example'),
  ],
  ['networkRefused', 'a refusal', refusalProblem({ ...words, status: 400 }, 'service.example')],
  [
    'networkForeignAddress',
    'another address',
    new ProblemError('unavailable', 'networkForeignAddress', { host: 'service.example', to: 'b.example' }),
  ],
  [
    'networkTokenUnusable',
    'no token',
    new ProblemError('refused', 'networkTokenUnusable', { host: 'service.example' }),
  ],
];

async function failing(how: Reaction | ProblemError): Promise<Problem> {
  const react = (): Reaction => (how instanceof Response ? how.clone() : how);
  const error = how instanceof ProblemError ? how : await rejection(rig(react, { atMost: 2 ** 19 }).get());
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

describe.each(FAILURES)('%s: %s', (key, _, how) => {
  it('says in every language which host it is about and what to do, in one sentence without a secret', async () => {
    const problem = await failing(how);
    expect(problem.key).toBe(key);
    for (const language of LANGUAGES) {
      const sentence = problemSentence(problem, language);
      expect(sentence).toContain('service.example');
      expect(sentence).toMatch(
        language === 'en' ? /: (?:.*\b)?(?:check|sign in|try again|ask|have)\b.*\.$/ : /：.*[请請].*。$/u,
      );
      expect(sentence).not.toMatch(/[{}]|\bnone\b|undefined|token-1|eyJ|abc|s3cr3t| {2}|（）|\(\)/);
    }
  });
});

it('no sentence of the network is left untried', () => {
  const tried = new Set(FAILURES.map(([key]) => key));
  const all = Object.keys(MESSAGES.en.problems).filter((key) => key.startsWith('network'));
  expect([...tried].sort()).toEqual(all.sort());
});

describe('the words of a service', () => {
  const headers = new Map([['ms-requestid', 'theirs']]);

  it('are bounded, on one line, and show no token', () => {
    const description = `Bearer eyJabc.def.ghi was\u2028refused: eyJ0eXAiOiJKV1Qi.e30. ${'x'.repeat(1_000)}`;
    const { words: said } = serverWords(400, headers, { code: '1', description });
    expect(said).toMatch(/^… was refused: … x+…$/u);
    expect(said.length).toBe(500);
  });

  it.each([
    [
      { code: 2055, description: 'Stale.' },
      { code: '2055', words: 'Stale.', requestId: 'theirs' },
    ],
    [
      { code: '2055', description: null },
      { code: '2055', words: '', requestId: 'theirs' },
    ],
    [
      { statusCode: 429, message: 'Wait.' },
      { code: null, words: 'Wait.', requestId: 'theirs' },
    ],
    [{ error: { code: 'Conflict', message: 'Taken.' } }, { code: 'Conflict', words: 'Taken.', requestId: 'theirs' }],
    [
      { error: { code: 'x', message: 'y', innerError: { 'request-id': 'inner', date: '2026' } } },
      { code: 'x', words: 'y', requestId: 'inner' },
    ],
    [{ error: { code: 'x', message: 'y', innerError: 'odd' } }, { code: 'x', words: 'y', requestId: 'theirs' }],
    [null, { code: null, words: '', requestId: 'theirs' }],
    ['text', { code: null, words: '', requestId: 'theirs' }],
  ])('are found in %j', (body, found) => {
    expect(serverWords(400, headers, body)).toEqual({ status: 400, ...found });
  });
});
