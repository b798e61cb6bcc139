import { describe, expect, it } from 'vitest';
import { daysBetween, regionalTag } from '#renderer/app/calendar.ts';

describe('days between two instants', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(daysBetween(new Date(2026, 10, 22, 23, 59), new Date(2026, 10, 23, 0, 1))).toBe(1);
    expect(daysBetween(new Date(2026, 10, 22, 0, 1), new Date(2026, 10, 22, 23, 59))).toBe(0);
    expect(daysBetween(new Date(2026, 10, 22), new Date(2026, 10, 19))).toBe(-3);
  });
});

describe('the regional form of a language', () => {
  it('is the person’s own where they have one', () => {
    expect(regionalTag('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
  });

  it('does not take traditional for simplified Chinese', () => {
    expect(regionalTag('zh-CN', ['zh-TW', 'zh-SG'])).toBe('zh-SG');
    expect(regionalTag('zh-TW', ['zh-CN'])).toBe('zh-TW');
  });

  it('is the language itself otherwise', () => {
    expect(regionalTag('en', ['de-DE'])).toBe('en');
  });
});
