import { describe, expect, it } from 'vitest';
import { firstTag } from '#electron/hosts/locale.ts';

describe("the system's language", () => {
  it('is the first that is a language tag', () => {
    expect(firstTag(['zh-TW', 'en'])).toBe('zh-TW');
  });

  it('is none of the names that systems give to no language at all', () => {
    expect(firstTag(['C', 'c', 'en_US.UTF-8', '', 'zh-CN'])).toBe('zh-CN');
    expect(firstTag(['C'])).toBe('en');
  });
});
