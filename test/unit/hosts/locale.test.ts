import { describe, expect, it } from 'vitest';
import { firstTag } from '#electron/hosts/locale.ts';
import { regionalTag } from '#renderer/app/calendar.ts';
import { pickLanguage } from '#shared/locales/index.ts';

describe("the system's language", () => {
  it('is the first that is a language tag', () => {
    expect(firstTag(['zh-TW', 'en'])).toBe('zh-TW');
  });

  it('is none of the names that systems give to no language at all', () => {
    expect(firstTag(['C', 'c', 'en_US.UTF-8', '', 'zh-CN'])).toBe('zh-CN');
    expect(firstTag(['C'])).toBe('en');
  });

  it('never breaks the window, whatever the system calls it', () => {
    expect(pickLanguage(['c', 'zh-Hant-HK'])).toBe('zh-TW');
    expect(regionalTag('zh-CN', ['c', 'POSIX'])).toBe('zh-CN');
    expect(regionalTag('en', ['c', 'en-GB'])).toBe('en-GB');
  });
});
