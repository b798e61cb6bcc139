import { describe, expect, it } from 'vitest';
import { sessionCookie, sessionOf } from '#electron/hosts/browser/cookie.ts';
import { LARGEST_BODY, objection } from '#electron/hosts/browser/guard.ts';
import { openSessions } from '#electron/hosts/browser/sessions.ts';

const ADDRESS = '127.0.0.1:4711';
const OURS = `http://${ADDRESS}`;
const page = (headers: Record<string, string> = {}, method = 'GET') =>
  objection({ method, path: '/', headers: { host: ADDRESS, ...headers } }, ADDRESS);
const call = (headers: Record<string, string> = {}, method = 'POST') =>
  objection(
    { method, path: '/rpc/about', headers: { host: ADDRESS, origin: OURS, 'content-length': '2', ...headers } },
    ADDRESS,
  );

describe('the browser host lets in', () => {
  it('a person who types or follows the address', () => {
    expect(page()).toBeUndefined();
    expect(page({ 'sec-fetch-site': 'none' })).toBeUndefined();
  });

  it('the calls of its own page', () => {
    expect(call()).toBeUndefined();
    expect(call({ 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  });

  it('a body up to the limit', () => {
    expect(call({ 'content-length': String(LARGEST_BODY) })).toBeUndefined();
  });
});

describe('the browser host keeps out', () => {
  it.each(['localhost:4711', '127.0.0.1', '127.0.0.1:4712', 'console.example:4711', ''])('the host %j', (host) => {
    expect(page({ host })).toBe(403);
    expect(call({ host })).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('what a %s page asks', (site) => {
    expect(page({ 'sec-fetch-site': site })).toBe(403);
    expect(call({ 'sec-fetch-site': site })).toBe(403);
  });

  it.each(['null', 'http://127.0.0.1:4712', 'https://127.0.0.1:4711', 'http://evil.example'])(
    'the origin %s',
    (origin) => {
      expect(call({ origin })).toBe(403);
      expect(page({ origin })).toBe(403);
    },
  );

  it('a call that names no origin, or is no typed address either', () => {
    const headers = { host: ADDRESS, 'content-length': '2' };
    expect(objection({ method: 'POST', path: '/rpc/about', headers }, ADDRESS)).toBe(403);
    expect(call({ 'sec-fetch-site': 'none' })).toBe(403);
  });

  it('calls by GET and pages by POST', () => {
    expect(call({}, 'GET')).toBe(405);
    expect(page({}, 'POST')).toBe(405);
  });

  it('a body that is too large or does not say its length', () => {
    expect(call({ 'content-length': String(LARGEST_BODY + 1) })).toBe(413);
    expect(call({ 'content-length': 'x' })).toBe(413);
    const headers = { host: ADDRESS, origin: OURS };
    expect(objection({ method: 'POST', path: '/rpc/about', headers }, ADDRESS)).toBe(411);
  });
});

describe('a one-time token', () => {
  it('opens one session, once', () => {
    const sessions = openSessions();
    const token = sessions.issueToken();
    const session = sessions.redeem(token);
    expect(session).toBeDefined();
    expect(session).not.toBe(token);
    expect(sessions.isSession(session ?? '')).toBe(true);
    expect(sessions.redeem(token)).toBeUndefined();
  });

  it('is void once a newer one is given, while open sessions stay open', () => {
    const sessions = openSessions();
    const session = sessions.redeem(sessions.issueToken());
    const older = sessions.issueToken();
    const newer = sessions.issueToken();
    expect(sessions.redeem(older)).toBeUndefined();
    expect(sessions.redeem(newer)).toBeDefined();
    expect(sessions.isSession(session ?? '')).toBe(true);
  });

  it('is not guessed: nothing empty, near or of another kind is taken', () => {
    const sessions = openSessions();
    expect(sessions.redeem('')).toBeUndefined();
    const token = sessions.issueToken();
    for (const wrong of ['', token.slice(1), `${token}x`, 'é'.repeat(token.length)]) {
      expect(sessions.redeem(wrong)).toBeUndefined();
      expect(sessions.isSession(wrong)).toBe(false);
    }
    expect(sessions.isSession(token)).toBe(false);
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(256);
  });
});

describe('the session cookie', () => {
  it('is out of reach of scripts and of other sites', () => {
    expect(sessionCookie(4711, 'abc')).toBe('partner-console-4711=abc; HttpOnly; SameSite=Strict; Path=/');
  });

  it('is found among others, and only under our port', () => {
    const header = 'a=b; partner-console-4712=other; partner-console-4711=abc';
    expect(sessionOf(header, 4711)).toBe('abc');
    expect(sessionOf(header, 4713)).toBeUndefined();
    expect(sessionOf(undefined, 4711)).toBeUndefined();
  });
});
