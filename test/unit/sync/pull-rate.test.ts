import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rate } from '#electron/sync/pull/rate.ts';

const SECOND = 1_000;

describe('How fast a pull is', () => {
  it('is what was done over the last half minute', () => {
    const rate = new Rate();
    rate.begin(0, 0);
    for (let second = 1; second <= 60; second += 1) rate.mark(second * (second <= 30 ? 100 : 10), second * SECOND);
    expect(rate.perSecond(30 * SECOND)).toBeCloseTo(100, -3);
    for (let second = 61; second <= 90; second += 1) rate.mark(600 + (second - 60) * 10, second * SECOND);
    expect(rate.perSecond(90 * SECOND)).toBeCloseTo(10);
  });

  it('is known where each step takes longer than that', () => {
    const rate = new Rate();
    rate.begin(500, 0);
    for (let minute = 1; minute <= 5; minute += 1) rate.mark(500 + minute * 120, minute * 60 * SECOND);
    expect(rate.perSecond(5 * 60 * SECOND)).toBeCloseTo(2);
  });

  it('does not count what was done before it began', () => {
    const rate = new Rate();
    rate.begin(9_000, 0);
    expect(rate.perSecond(SECOND)).toBe(0);
    rate.mark(9_010, SECOND);
    expect(rate.perSecond(SECOND)).toBeCloseTo(10);
  });

  it('falls to nothing while nothing is done', () => {
    const rate = new Rate();
    rate.begin(0, 0);
    rate.mark(100, SECOND);
    expect(rate.perSecond(11 * SECOND)).toBeLessThan(10);
    expect(rate.perSecond(40 * SECOND)).toBe(0);
  });

  it('is never negative nor endless, whatever the clock says', () => {
    const looks = fc.array(fc.tuple(fc.nat(10_000), fc.nat(200_000)), { minLength: 1 });
    fc.assert(
      fc.property(looks, (all) => {
        const rate = new Rate();
        for (const [done, now] of all) {
          rate.mark(done, now);
          const speed = rate.perSecond(now);
          expect(speed).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(speed)).toBe(true);
        }
      }),
    );
  });
});
