import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostFault, hostOf } from '#renderer/features/settings/link-host-fault.ts';
import { LinkHost } from '#shared/model/link-host.ts';

describe('a host that somebody adds', () => {
  it('is taken in any letter case, with room around it, or with the dot of a full name', () => {
    for (const typed of ['portal.example.cn', ' Portal.Example.CN ', 'portal.example.cn.']) {
      expect(hostFault(typed, [])).toBeNull();
      expect(hostOf(typed)).toBe('portal.example.cn');
    }
  });

  it.each([
    ['https://portal.example.cn', 'alone'],
    ['portal.example.cn/invite', 'alone'],
    ['portal.example.cn:8443', 'alone'],
    ['admin@portal.example.cn', 'alone'],
    ['two hosts.example', 'alone'],
    ['pоrtal.example.cn', 'disguised'],
    ['xn--prtal-3pe.example.cn', 'disguised'],
    ['portal。example.cn', 'disguised'],
    ['portal_1.example.cn', 'characters'],
    ['localhost', 'incomplete'],
    ['127.0.0.1', 'incomplete'],
    ['-a.example.cn', 'incomplete'],
    ['admin.microsoft.com', 'taken'],
  ] as const)('%s is refused: %s', (typed, fault) => {
    expect(hostFault(typed, ['admin.microsoft.com'])).toBe(fault);
  });

  it('is only ever one that the settings keep', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain(), fc.webUrl()), (typed) => {
        if (hostFault(typed, []) === null) expect(LinkHost.safeParse(hostOf(typed)).success).toBe(true);
      }),
    );
  });
});
