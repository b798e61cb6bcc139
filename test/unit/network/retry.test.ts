import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, PATIENCE, retryAfter, waitInWords } from '#electron/network/retry.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const asked = (value: string, date?: string) =>
  retryAfter(new Map([['retry-after', value], ...(date === undefined ? [] : [['date', date] as const])]), NOW);

describe('the wait before another try', () => {
  it('is anything up to a bound that doubles, and never longer than the longest', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), unit, (tries, random) => {
        const wait = backOff(tries, () => random, PATIENCE);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(30_000, 1_000 * 2 ** (tries - 1)));
      }),
    );
    expect(backOff(3, () => 0.999, PATIENCE)).toBeGreaterThan(3_900);
  });

  it.each([
    ['57', 57_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 09:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 08:00:00 GMT', 0],
  ])('that Retry-After names as %j is %i ms', (value, wait) => {
    expect(asked(value)).toBe(wait);
  });

  it.each(['', 'soon', '-5', '1.5e3s'])('is not told by a Retry-After of %j', (value) => {
    expect(asked(value)).toBeNull();
  });

  it('does not depend on how far the service’s clock is off', () => {
    const skews = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(skews, fc.integer({ min: 0, max: 3_600 }), (skew, seconds) => {
        const theirs = NOW.getTime() + skew * 1_000;
        const date = new Date(theirs).toUTCString();
        expect(asked(new Date(theirs + seconds * 1_000).toUTCString(), date)).toBe(seconds * 1_000);
      }),
    );
  });

  it('is found in the message of a throttled answer', () => {
    expect(waitInWords('Rate limit is exceeded. Try again in 57 seconds.')).toBe(57_000);
    expect(waitInWords('Rate limit is exceeded.')).toBeNull();
  });
});
