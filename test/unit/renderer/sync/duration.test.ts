import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationParts, sinceParts } from '#renderer/features/sync/duration.ts';

const SECONDS = { hour: 3600, minute: 60, second: 1 };
const told = (seconds: number) => durationParts(seconds).map(({ unit, value }) => `${value} ${unit}`);

describe('a duration is told as people say it', () => {
  test.each([
    [0.3, []],
    [1, ['1 second']],
    [59.4, ['59 second']],
    [59.6, ['1 minute']],
    [200, ['3 minute', '20 second']],
    [3599, ['59 minute', '59 second']],
    [3600, ['1 hour']],
    [3725, ['1 hour', '2 minute']],
    [90_000, ['25 hour']],
  ])('%d seconds', (seconds, words) => {
    expect(told(seconds)).toEqual(words);
  });

  test('in two units at most, never naming nought, and never a minute off', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
        const parts = durationParts(seconds);
        expect(parts.length).toBeLessThanOrEqual(2);
        expect(parts.every(({ value }) => value > 0)).toBe(true);
        const sum = parts.reduce((all, { unit, value }) => all + value * SECONDS[unit], 0);
        expect(Math.abs(sum - seconds)).toBeLessThanOrEqual(seconds >= 3600 ? 30 : 0.5);
      }),
    );
  });
});

describe('how long ago a sync was', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  test.each([
    ['2026-11-22T11:59:30Z', 0],
    ['2026-11-22T12:05:00Z', 0],
    ['2026-11-22T11:48:00Z', { unit: 'minute', value: 12 }],
    ['2026-11-22T09:30:00Z', { unit: 'hour', value: 2 }],
    ['2026-11-21T20:00:00Z', null],
  ])('%s', (instant, parts) => {
    expect(sinceParts(instant, now)).toEqual(parts);
  });
});
