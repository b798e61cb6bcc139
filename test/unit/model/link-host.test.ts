import { describe, expect, it } from 'vitest';
import { readLinkHost } from '#shared/model/link-host.ts';
import { Settings } from '#shared/model/settings.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

describe('a host that somebody adds', () => {
  it.each(['invite.partner.example', 'Portal.Partner.EXAMPLE ', 'a.b', '3com.example'])('may be %s', (typed) => {
    const host = readLinkHost(typed);
    expect(host).toBe(typed.trim().toLowerCase());
    expect(Settings.shape.linkHosts.parse({ '21vianet': [host], global: [] })['21vianet']).toEqual([host]);
  });

  it.each([
    '',
    'cn',
    'https://invite.partner.example',
    'invite.partner.example:8443',
    'invite.partner.example/path',
    'user@invite.partner.example',
    'xn--80ak6aa92e.com',
    'portal.xn--fiqs8s',
    'аdmin.microsoft.com',
    'invite..example',
    'invite.partner.example.',
    '-a.example',
    'a-.example',
    '127.0.0.1',
    '[::1]',
    'a b.example',
  ])('may not be %j', (typed) => {
    expect(problemOf(() => readLinkHost(typed))).toMatchObject({ key: 'linkHostInvalid', values: { host: typed } });
    expect(Settings.shape.linkHosts.safeParse({ '21vianet': [typed], global: [] }).success).toBe(false);
  });
});
